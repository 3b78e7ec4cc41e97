//! The training form at the left, the run that it made at the right.

use super::actions::{add_builtin, already_here, builtin_title, dataset_title};
use super::run::RunBody;
use super::train_form::{FormProblem, TrainForm, has_target};
use crate::data::builtin::BUILTIN;
use crate::ml::spec::{ESTIMATORS, EstimatorSpec, ParamKind, ParamSpec, Task};
use crate::tracking::RunId;
use crate::ui::i18n::{self, Msg};
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::Meter;
use crate::world::command::{Failure, Missing};
use crate::world::port::EngineState;
use crate::world::{Command, Dataset, DatasetId, Reply};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Train() -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let problems = RwSignal::new(Vec::<FormProblem>::new());
    let failure = RwSignal::new(None::<Failure>);
    let took = RwSignal::new(None::<f64>);
    take_data_from_address(session, form);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failure.set(None);
        took.set(None);
        match form.request(session) {
            Ok(request) => {
                problems.set(Vec::new());
                let began = session.host(|host| host.stopwatch()).unwrap_or_default();
                form.result.set(Some(session.state.with_untracked(|state| state.next_run_id())));
                spawn_local(async move {
                    match session.execute(Command::Train(Box::new(request)), None).await {
                        Ok(Reply::Run(run)) => {
                            let now = session.host(|host| host.stopwatch()).unwrap_or_default();
                            took.set(Some(now - began));
                            form.result.set(Some(run));
                        }
                        Ok(_) => {}
                        Err(Failure::Stopped) => session.say(session.text(Msg::TrainStopped).into()),
                        Err(error) => failure.set(Some(error)),
                    }
                });
            }
            Err(found) => {
                session.host(|host| found.first().map(|first| host.focus(&first.field)));
                problems.set(found);
            }
        }
    };
    view! {
        <section class="page">
            <h1>{session.t(Msg::TrainTitle)}</h1>
            <p class="lead">{session.t(Msg::TrainLead)}</p>
            <div class="split">
                <form class="form" on:submit=submit novalidate data-testid="train-form">
                    <DataFields/>
                    <ModelFields/>
                    <SplitFields/>
                    <Problems problems failure/>
                    <SubmitRow/>
                </form>
                <Result took/>
            </div>
        </section>
    }
}

/// `?data=ID` chooses a data set of the world or one of the site's.
fn take_data_from_address(session: Session, form: TrainForm) {
    Effect::new(move |_| {
        let wanted = session.param("data");
        if !session.opened.get() {
            return;
        }
        let chosen = form.dataset.with_untracked(Option::is_some);
        // Who comes without a wish most likely wants the data that was added last.
        let newest = || {
            let last =
                session.state.with_untracked(|state| state.datasets().last().map(|set| set.id.0.clone()));
            last.filter(|_| !chosen)
        };
        if let Some(wanted) = wanted.or_else(newest) {
            choose(session, form, wanted);
        }
    });
}

fn choose(session: Session, form: TrainForm, wanted: String) {
    let take = move |id: &DatasetId| {
        session.state.with_untracked(|state| state.dataset(id).map(|set| form.choose_dataset(set)));
    };
    match BUILTIN.iter().find(|builtin| builtin.id == wanted) {
        Some(builtin) => spawn_local(async move {
            if let Some(id) = add_builtin(session, builtin.id).await {
                take(&id);
            }
        }),
        None => take(&DatasetId(wanted)),
    }
}

/// The data set that is chosen.
fn use_chosen(session: Session, form: TrainForm) -> Memo<Option<Dataset>> {
    Memo::new(move |_| {
        let id = form.dataset.get()?;
        session.state.with(|state| state.dataset(&id).cloned())
    })
}

#[component]
fn DataFields() -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let chosen = use_chosen(session, form);
    let datasets = Memo::new(move |_| session.state.with(|state| state.datasets().to_vec()));
    let offered = move || BUILTIN.iter().filter(move |builtin| already_here(session, builtin).is_none());
    view! {
        <fieldset class="fieldset">
            <legend>{session.t(Msg::TrainData)}</legend>
            <div class="field">
                <label for="train-data">{session.t(Msg::TrainData)}</label>
                <select
                    id="train-data"
                    prop:value=move || form.dataset.get().map(|id| id.0).unwrap_or_default()
                    on:change=move |event| choose(session, form, event_target_value(&event))
                >
                    <option value="" disabled=true selected=move || form.dataset.get().is_none()>
                        {session.t(Msg::TrainChooseData)}
                    </option>
                    {move || datasets.get().into_iter().map(|set| {
                        let id = set.id.clone();
                        let chosen = move || form.dataset.get().as_ref() == Some(&id);
                        let value = set.id.0.clone();
                        let title = move || dataset_title(session, &set.name, &set.source);
                        view! { <option value=value selected=chosen>{title}</option> }
                    }).collect_view()}
                    {move || offered().map(|builtin| view! {
                        <option value=builtin.id>
                            {session.filled(Msg::TrainNotAdded, &[("name", &builtin_title(session, builtin.id))])}
                        </option>
                    }).collect_view()}
                </select>
            </div>
            {move || chosen.get().map(|set| view! { <ColumnFields set/> })}
        </fieldset>
    }
}

#[component]
fn ColumnFields(set: Dataset) -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let names: Vec<String> = set.schema.fields.iter().map(|field| field.name.clone()).collect();
    let all = names.clone();
    let tasks = [Task::Classification, Task::Regression, Task::Clustering, Task::Reduction];
    view! {
        <div class="field">
            <label for="train-task">{session.t(Msg::TrainTask)}</label>
            <select id="train-task" on:change=move |event| {
                let chosen = event_target_value(&event);
                if let Some(task) = tasks.into_iter().find(|task| format!("{task:?}") == chosen) {
                    form.task.set(task);
                }
            }>
                {tasks.map(|task| view! {
                    <option value=format!("{task:?}") selected=move || form.task.get() == task>
                        {session.t(task_text(task))}
                    </option>
                }).into_iter().collect_view()}
            </select>
        </div>
        {
            let names = names.clone();
            move || has_target(form.task.get()).then(|| {
                let names = names.clone();
                view! {
                    <div class="field">
                        <label for="train-target">{session.text(Msg::TrainTarget)}</label>
                        <select id="train-target" on:change=move |event| form.target.set(event_target_value(&event))>
                            {names.into_iter().map(|name| {
                                let value = name.clone();
                                view! { <option value=value selected={
                                    let name = name.clone();
                                    move || form.target.get() == name
                                }>{name.clone()}</option> }
                            }).collect_view()}
                        </select>
                    </div>
                }
            })
        }
        <div class="field">
            <div class="field__head">
                <span id="train-features-label">{session.t(Msg::TrainFeatures)}</span>
                <span class="field__tools">
                    <button type="button" class="link-button" on:click=move |_| form.left_out.update(|out| out.clear())>
                        {session.t(Msg::TrainAll)}
                    </button>
                    <button type="button" class="link-button" on:click=move |_| form.left_out.set(all.iter().cloned().collect())>
                        {session.t(Msg::TrainNone)}
                    </button>
                </span>
            </div>
            <div class="checks" id="train-features" role="group" aria-labelledby="train-features-label" tabindex="-1">
                {names.into_iter().map(|name| view! { <FeatureCheck name/> }).collect_view()}
            </div>
        </div>
    }
}

#[component]
fn FeatureCheck(name: String) -> impl IntoView {
    let form = TrainForm::get();
    let is_target = {
        let name = name.clone();
        Memo::new(move |_| has_target(form.task.get()) && form.target.get() == name)
    };
    let used = {
        let name = name.clone();
        move || !form.left_out.with(|out| out.contains(&name))
    };
    let toggled = {
        let name = name.clone();
        move |event| {
            let name = name.clone();
            let on = event_target_checked(&event);
            form.left_out.update(|out| {
                if on {
                    out.remove(&name)
                } else {
                    out.insert(name)
                };
            });
        }
    };
    view! {
        <label class="check" class:check--off=is_target>
            <input type="checkbox" prop:checked=used disabled=is_target on:change=toggled/>
            <span>{name}</span>
        </label>
    }
}

fn task_text(task: Task) -> Msg {
    match task {
        Task::Classification => Msg::TaskClassification,
        Task::Regression => Msg::TaskRegression,
        Task::Clustering => Msg::TaskClustering,
        Task::Reduction => Msg::TaskReduction,
    }
}

/// Whether the estimator is a scaler: offered beside the model, not as one.
fn is_scaler(estimator: &EstimatorSpec) -> bool {
    estimator.module == "sklearn.preprocessing"
}

#[component]
fn ModelFields() -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let estimator = Memo::new(move |_| form.estimator().id);
    let offered = move || {
        let task = form.task.get();
        ESTIMATORS.iter().filter(move |estimator| estimator.tasks.contains(&task) && !is_scaler(estimator))
    };
    let params = move || {
        estimator.track();
        let estimator = untrack(|| form.estimator());
        if estimator.params.is_empty() {
            return view! { <p class="soft">{session.text(Msg::TrainNoParams)}</p> }.into_any();
        }
        let fields = estimator.params.iter().map(|param| view! { <ParamField estimator param/> });
        view! { <div class="grid">{fields.collect_view()}</div> }.into_any()
    };
    view! {
        <fieldset class="fieldset">
            <legend>{session.t(Msg::TrainModel)}</legend>
            <div class="field">
                <label for="train-estimator">{session.t(Msg::TrainModel)}</label>
                <select id="train-estimator" on:change=move |event| {
                    if let Some(chosen) = crate::ml::spec::find(&event_target_value(&event)) {
                        form.estimators.update(|estimators| {
                            estimators.insert(form.task.get_untracked(), chosen.id);
                        });
                    }
                }>
                    {move || offered().map(|offer| view! {
                        <option value=offer.id selected=move || estimator.get() == offer.id>
                            {move || i18n::estimator_name(session.lang.get(), offer)}
                        </option>
                    }).collect_view()}
                </select>
            </div>
            {params}
        </fieldset>
    }
}

#[component]
fn ParamField(estimator: &'static EstimatorSpec, param: &'static ParamSpec) -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let id = format!("param-{}", param.name);
    let value = move || form.typed_value(estimator, param);
    let store = move |text: String| {
        form.typed.update(|typed| {
            typed.insert((estimator.id, param.name), text);
        });
    };
    let words = words_of(param);
    let control = if words.is_empty() {
        view! {
            <input
                type="text"
                id=id.clone()
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| store(event_target_value(&event))
            />
        }
        .into_any()
    } else {
        view! {
            <select id=id.clone() on:change=move |event| store(event_target_value(&event))>
                {words.into_iter().map(|word| {
                    let shown = word.clone();
                    view! { <option value=word.clone() selected=move || value() == word>{shown}</option> }
                }).collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id><code>{param.name}</code></label>
            {control}
            <p class="field__help">{move || i18n::param_help(session.lang.get(), param)}</p>
        </div>
    }
}

/// The values of a parameter that takes nothing but words.
fn words_of(param: &ParamSpec) -> Vec<String> {
    let mut words = Vec::new();
    for kind in param.kinds {
        match kind {
            ParamKind::Choice(choices) => words.extend(choices.iter().map(|word| (*word).to_owned())),
            ParamKind::Boolean => words.extend(["True".to_owned(), "False".to_owned()]),
            ParamKind::Float(_) | ParamKind::Integer { .. } => return Vec::new(),
        }
    }
    if param.nullable {
        words.push("None".into());
    }
    words
}

#[component]
fn SplitFields() -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let scalers = || ESTIMATORS.iter().filter(|estimator| is_scaler(estimator));
    view! {
        <fieldset class="fieldset">
            <legend>{session.t(Msg::TrainSplit)}</legend>
            <div class="grid">
                <TextField id="train-test-size" label=Msg::TrainTestSize value=form.test_size decimal=true/>
                <TextField id="train-seed" label=Msg::TrainSeed value=form.seed decimal=true/>
                <div class="field">
                    <label for="train-scaler">{session.t(Msg::TrainScaler)}</label>
                    <select id="train-scaler" on:change=move |event| form.scaler.set(event_target_value(&event))>
                        <option value="" selected=move || form.scaler.with(String::is_empty)>
                            {session.t(Msg::TrainNoScaler)}
                        </option>
                        {scalers().map(|scaler| view! {
                            <option value=scaler.id selected=move || form.scaler.get() == scaler.id>{scaler.class}</option>
                        }).collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for="train-missing">{session.t(Msg::TrainMissing)}</label>
                    <select id="train-missing" on:change=move |event| {
                        let fill = event_target_value(&event) == "fill";
                        form.missing.set(if fill { Missing::Fill } else { Missing::Drop });
                    }>
                        <option value="drop" selected=move || form.missing.get() == Missing::Drop>
                            {session.t(Msg::MissingDrop)}
                        </option>
                        <option value="fill" selected=move || form.missing.get() == Missing::Fill>
                            {session.t(Msg::MissingFill)}
                        </option>
                    </select>
                </div>
            </div>
            {move || (form.task.get() == Task::Classification).then(|| view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || form.stratify.get()
                        on:change=move |event| form.stratify.set(event_target_checked(&event))
                    />
                    <span>{session.t(Msg::TrainStratify)}</span>
                </label>
            })}
            <TextField id="train-run-name" label=Msg::TrainRunName value=form.run_name decimal=false help=Msg::TrainRunNameHint/>
        </fieldset>
    }
}

#[component]
fn TextField(
    id: &'static str,
    label: Msg,
    value: RwSignal<String>,
    decimal: bool,
    #[prop(optional)] help: Option<Msg>,
) -> impl IntoView {
    let session = Session::get();
    view! {
        <div class="field">
            <label for=id>{session.t(label)}</label>
            <input
                type="text"
                id=id
                inputmode=if decimal { "decimal" } else { "text" }
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {help.map(|help| view! { <p class="field__help">{session.t(help)}</p> })}
        </div>
    }
}

#[component]
fn Problems(problems: RwSignal<Vec<FormProblem>>, failure: RwSignal<Option<Failure>>) -> impl IntoView {
    let session = Session::get();
    let typed = move || {
        problems.with(|problems| {
            problems.iter().map(|problem| view! { <li>{problem.text.clone()}</li> }).collect_view()
        })
    };
    let refused = move || {
        let error = failure.get()?;
        Some(
            i18n::failure_lines(session.lang.get(), &error)
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view(),
        )
    };
    view! {
        <div role="alert" data-testid="train-problems">
            {move || (!problems.with(Vec::is_empty) || failure.with(Option::is_some)).then(|| view! {
                <ul class="problems">{typed}{refused}</ul>
            })}
        </div>
    }
}

#[component]
fn SubmitRow() -> impl IntoView {
    let session = Session::get();
    let busy = Memo::new(move |_| session.engine.get() == EngineState::Busy);
    view! {
        <div class="form__actions">
            <button
                type="submit"
                class="button button--primary"
                data-testid="train"
                disabled=move || busy.get() || !session.can_write()
            >
                {session.t(Msg::TrainGo)}
            </button>
            <button
                type="button"
                class="button"
                data-testid="stop"
                disabled=move || !busy.get()
                on:click=move |_| {
                    session.host(|host| host.stop());
                }
            >
                {session.t(Msg::TrainStop)}
            </button>
            <Meter/>
        </div>
    }
}

#[component]
fn Result(took: RwSignal<Option<f64>>) -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let here = Memo::new(move |_| {
        let id: RunId = form.result.get()?;
        session.state.with(|state| state.tracking().run(&id).map(|run| run.id.clone()))
    });
    view! {
        <aside class="result" aria-live="polite" data-testid="result">
            {move || match here.get() {
                None => view! { <p class="empty">{session.text(Msg::TrainResultHere)}</p> }.into_any(),
                Some(id) => {
                    let href = session.href_of(Page::Run, "id", &id.0);
                    let name = {
                        let id = id.clone();
                        move || session.state.with(|state| state.tracking().run(&id).map(|run| run.name.clone()))
                    };
                    view! {
                        <h2 class="result__title"><a href=href>{name}</a></h2>
                        {move || took.get().map(|ms| view! {
                            <p class="soft">{session.filled(Msg::TrainDone, &[("ms", &format!("{ms:.0}"))])}</p>
                        })}
                        <RunBody id compact=true/>
                    }.into_any()
                }
            }}
        </aside>
    }
}
