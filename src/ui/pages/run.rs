//! One run: what it was started with, what it measured, its charts, its files.

use super::evaluation::use_evaluation;
use super::runs::{delete, restore};
use super::runs_table::StatusBadge;
use crate::tracking::{Artifact, Run, RunId, RunStatus};
use crate::ui::charts::{Chart, figures};
use crate::ui::format;
use crate::ui::i18n::Msg;
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::{Icon, Meter};
use crate::world::evaluation::Evaluation;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn RunPage() -> impl IntoView {
    let session = Session::get();
    let id = Memo::new(move |_| RunId(session.param("id").unwrap_or_default()));
    let here = Memo::new(move |_| session.state.with(|state| state.tracking().run(&id.get()).is_some()));
    view! {
        <section class="page page--wide">
            <p><a class="back" href=session.to(Page::Runs)><Icon name="back"/>{session.t(Msg::RunBack)}</a></p>
            {move || match (here.get(), session.opened.get()) {
                (true, _) => view! { <RunHead id=id.get()/> <RunBody id=id.get() compact=false/> }.into_any(),
                (false, true) => view! { <p class="empty">{session.text(Msg::RunMissing)}</p> }.into_any(),
                (false, false) => view! { <p class="empty">{session.text(Msg::OpeningWorld)}</p> }.into_any(),
            }}
        </section>
    }
}

fn use_run(session: Session, id: RunId) -> Memo<Option<Run>> {
    Memo::new(move |_| session.state.with(|state| state.tracking().run(&id).cloned()))
}

#[component]
fn RunHead(id: RunId) -> impl IntoView {
    let session = Session::get();
    let run = use_run(session, id.clone());
    let name = move || run.with(|run| run.as_ref().map(|run| run.name.clone()).unwrap_or_default());
    let status = Memo::new(move |_| run.with(|run| run.as_ref().map(|run| run.status)));
    let started = move || {
        let millis = run.with(|run| run.as_ref().map_or(0, |run| run.started.0));
        let zone = session.host(|host| host.minutes_east(millis)).unwrap_or_default();
        format::moment(millis, zone)
    };
    let deleted = Memo::new(move |_| run.with(|run| run.as_ref().is_some_and(|run| !run.is_active())));
    let binned = {
        let id = id.clone();
        move |_| {
            let runs = vec![id.clone()];
            if deleted.get_untracked() { restore(session, runs) } else { delete(session, runs) }
        }
    };
    view! {
        <header class="run-head">
            <h1 data-testid="run-name">{name}</h1>
            <p class="run-head__facts">
                {move || status.get().map(|status| view! { <StatusBadge status/> })}
                <span>{started}</span>
                <span class="soft"><code>{id.0.clone()}</code></span>
            </p>
            <div class="run-head__actions">
                {move || (status.get() == Some(RunStatus::Running)).then(|| view! {
                    <button type="button" class="button" data-testid="stop" on:click=move |_| { session.host(|host| host.stop()); }>
                        {session.text(Msg::TrainStop)}
                    </button>
                })}
                <a class="button button--primary" href=session.to(Page::Train)>{session.t(Msg::TrainAgain)}</a>
                <button type="button" class="button" data-testid="bin" disabled=session.read_only() on:click=binned>
                    {move || session.text(if deleted.get() { Msg::RunsRestore } else { Msg::RunsDelete })}
                </button>
            </div>
            {move || deleted.get().then(|| view! { <p class="notice notice--info">{session.text(Msg::RunDeletedNote)}</p> })}
            {move || (status.get() == Some(RunStatus::Running)).then(|| view! { <Meter/> })}
        </header>
    }
}

/// Metrics, charts, parameters and files of a run; `compact` leaves out what the form beside it shows.
#[component]
pub fn RunBody(id: RunId, compact: bool) -> impl IntoView {
    let session = Session::get();
    let run = use_run(session, id);
    let failed = move || run.with(|run| run.as_ref().and_then(|run| run.tags.get("error").cloned()));
    view! {
        <div class="run" class:run--compact=compact>
            {move || failed().map(|text| view! {
                <p class="notice notice--failed"><Icon name="warning"/><span>{session.text(Msg::ErrorDetail)}": "{text}</span></p>
            })}
            <Metrics run/>
            <Charts run/>
            {(!compact).then(|| view! {
                <div class="run__tables">
                    <Params run/>
                    <Inputs run/>
                    <Tags run/>
                    <Artifacts run/>
                </div>
            })}
        </div>
    }
}

#[component]
fn Metrics(run: Memo<Option<Run>>) -> impl IntoView {
    let session = Session::get();
    let values = Memo::new(move |_| {
        run.with(|run| {
            let run = run.as_ref()?;
            let value = |key: &String| Some((key.clone(), format::number(run.latest(key)?)));
            Some(run.metrics.keys().filter_map(value).collect::<Vec<_>>())
        })
        .unwrap_or_default()
    });
    view! {
        <section class="run__section">
            <h2>{session.t(Msg::RunMetrics)}</h2>
            {move || if values.with(Vec::is_empty) {
                view! { <p class="soft">{session.text(Msg::RunNoMetrics)}</p> }.into_any()
            } else {
                view! { <dl class="numbers" data-testid="metrics">
                    {move || values.get().into_iter().map(|(key, value)| view! {
                        <div class="numbers__item"><dt>{key}</dt><dd>{value}</dd></div>
                    }).collect_view()}
                </dl> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Charts(run: Memo<Option<Run>>) -> impl IntoView {
    let session = Session::get();
    let curves = Memo::new(move |_| {
        run.with(|run| {
            let metrics = run.as_ref().map(|run| &run.metrics);
            let curves = metrics.into_iter().flatten().filter(|(_, points)| points.len() > 1);
            curves.map(|(key, _)| key.clone()).collect::<Vec<_>>()
        })
    });
    let evaluation = use_evaluation(session, run);
    view! {
        <div class="run__charts">
            {move || curves.get().into_iter().map(|key| view! { <Curve run key/> }).collect_view()}
            {move || evaluation.get().map(|evaluation| view! { <EvaluationChart evaluation/> })}
        </div>
    }
}

#[component]
fn Curve(run: Memo<Option<Run>>, key: String) -> impl IntoView {
    let session = Session::get();
    let name = key.clone();
    let figure = Signal::derive(move || {
        let points: Vec<(f64, f64)> = run.with(|run| {
            let points = run.as_ref().and_then(|run| run.metrics.get(&key));
            #[expect(clippy::cast_precision_loss)]
            let place = |point: &crate::tracking::Point| (point.step as f64, point.value);
            points.into_iter().flatten().map(place).collect()
        });
        figures::learning_curve(session.text(Msg::ChartStep), "", [(key.as_str(), points)])
    });
    let caption = Signal::derive(move || session.filled(Msg::ChartCurve, &[("metric", &name)]));
    view! { <Chart figure caption texts=session.chart_texts()/> }
}

#[component]
fn EvaluationChart(evaluation: Evaluation) -> impl IntoView {
    let session = Session::get();
    let caption = match evaluation {
        Evaluation::Confusion { .. } => Msg::ChartConfusion,
        Evaluation::Residuals { .. } => Msg::ChartResiduals,
    };
    let figure = Signal::derive(move || match &evaluation {
        Evaluation::Confusion { labels, counts } => figures::confusion_matrix(
            session.text(Msg::ChartPredicted),
            session.text(Msg::ChartActual),
            labels,
            counts,
        ),
        Evaluation::Residuals { predicted, actual } => {
            let points =
                predicted.iter().zip(actual).map(|(predicted, actual)| (*predicted, actual - predicted));
            figures::residuals(session.text(Msg::ChartPredicted), session.text(Msg::ChartResidual), points)
        }
    });
    let caption = Signal::derive(move || session.text(caption).to_owned());
    view! { <Chart figure caption texts=session.chart_texts()/> }
}

#[component]
fn Params(run: Memo<Option<Run>>) -> impl IntoView {
    let pairs = move || {
        run.with(|run| run.as_ref().map(|run| run.params.clone().into_iter().collect()).unwrap_or_default())
    };
    view! { <Pairs title=Msg::RunParams pairs=Signal::derive(pairs) test_id="params"/> }
}

#[component]
fn Tags(run: Memo<Option<Run>>) -> impl IntoView {
    let pairs = move || {
        run.with(|run| run.as_ref().map(|run| run.tags.clone().into_iter().collect()).unwrap_or_default())
    };
    view! { <Pairs title=Msg::RunTags pairs=Signal::derive(pairs) test_id="tags"/> }
}

#[component]
fn Inputs(run: Memo<Option<Run>>) -> impl IntoView {
    let pairs = move || {
        let pair = |input: &crate::tracking::DatasetUse| {
            (format!("{} ({})", input.name, input.context), input.digest.chars().take(16).collect::<String>())
        };
        run.with(|run| run.as_ref().map(|run| run.inputs.iter().map(pair).collect()).unwrap_or_default())
    };
    view! { <Pairs title=Msg::RunInputs pairs=Signal::derive(pairs) test_id="inputs"/> }
}

#[component]
fn Pairs(title: Msg, pairs: Signal<Vec<(String, String)>>, test_id: &'static str) -> impl IntoView {
    let session = Session::get();
    move || {
        (!pairs.with(Vec::is_empty)).then(|| {
            view! {
                <section class="run__section">
                    <h2>{session.text(title)}</h2>
                    <table class="pairs" data-testid=test_id>
                        <tbody>
                            {pairs.get().into_iter().map(|(key, value)| view! {
                                <tr><th scope="row">{key}</th><td>{value}</td></tr>
                            }).collect_view()}
                        </tbody>
                    </table>
                </section>
            }
        })
    }
}

#[component]
fn Artifacts(run: Memo<Option<Run>>) -> impl IntoView {
    let session = Session::get();
    let files = Memo::new(move |_| {
        run.with(|run| {
            run.as_ref().map(|run| run.artifacts.clone().into_iter().collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    move || {
        (!files.with(Vec::is_empty)).then(|| view! {
        <section class="run__section">
            <h2>{session.text(Msg::RunArtifacts)}</h2>
            <table class="pairs" data-testid="artifacts">
                <tbody>{files.get().into_iter().map(|(path, file)| view! { <ArtifactRow path file/> }).collect_view()}</tbody>
            </table>
        </section>
    })
    }
}

#[component]
fn ArtifactRow(path: String, file: Artifact) -> impl IntoView {
    let session = Session::get();
    #[expect(clippy::cast_precision_loss)]
    let size = format::bytes(file.bytes as f64);
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let download = move |_| {
        let Some(asked) = session.host(|host| host.read_blob(&file.hash)) else { return };
        let name = name.clone();
        spawn_local(async move {
            let saved = match asked.await {
                Ok(bytes) => session
                    .host(|host| host.save_file(&name, "application/octet-stream", &bytes))
                    .unwrap_or(Ok(())),
                Err(error) => Err(error),
            };
            if let Err(error) = saved {
                session.say_failed(crate::ui::i18n::host_error(session.lang.get_untracked(), &error));
            }
        });
    };
    view! {
        <tr>
            <th scope="row">{path}</th>
            <td>
                {size}
                <button type="button" class="link-button" on:click=download>{session.t(Msg::RunDownload)}</button>
            </td>
        </tr>
    }
}
