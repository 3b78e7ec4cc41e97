//! Data sets: those of the world, those that come with the site, and files of the visitor's own.

use super::actions::{add_builtin, add_file, already_here, builtin_title, dataset_title, size_text};
use super::dataset::DatasetView;
use crate::data::builtin::{BUILTIN, Builtin};
use crate::ui::i18n::{self, Msg};
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::{FileButton, Meter};
use crate::world::port::PickedFile;
use crate::world::{Dataset, DatasetId};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Data() -> impl IntoView {
    let session = Session::get();
    let shown = Memo::new(move |_| session.param("set").map(DatasetId));
    read_dropped();
    move || match shown.get() {
        Some(id) => view! { <DatasetView id/> }.into_any(),
        None => view! { <Catalogue/> }.into_any(),
    }
}

/// Reads a file that was dropped on the page.
fn read_dropped() {
    let session = Session::get();
    Effect::new(move |_| {
        if session.opened.get() && session.dropped.with(Option::is_some) {
            let file = session.dropped.try_update(Option::take).flatten();
            match file {
                Some(Ok(file)) => add(session, file),
                Some(Err(error)) => {
                    session.say_failed(i18n::host_error(session.lang.get_untracked(), &error));
                }
                None => {}
            }
        }
    });
}

/// Adds a file and shows it.
fn add(session: Session, file: PickedFile) {
    spawn_local(async move {
        if let Some(id) = add_file(session, file).await {
            session.go(&session.href_of(Page::Data, "set", &id.0));
        }
    });
}

#[component]
fn Catalogue() -> impl IntoView {
    let session = Session::get();
    let datasets = Memo::new(move |_| session.state.with(|state| state.datasets().to_vec()));
    view! {
        <section class="page">
            <h1>{session.t(Msg::DataTitle)}</h1>
            <p class="lead">{session.t(Msg::DataLead)}</p>
            <Upload/>
            <h2>{session.t(Msg::DataYours)}</h2>
            {move || datasets.with(Vec::is_empty).then(|| view! { <p class="empty">{session.text(Msg::DataNone)}</p> })}
            <ul class="cards" data-testid="datasets">
                {move || datasets.get().into_iter().map(|set| view! { <SetCard set/> }).collect_view()}
            </ul>
            <h2>{session.t(Msg::DataBuiltin)}</h2>
            <ul class="cards" data-testid="builtin">
                {BUILTIN.iter().map(|builtin| view! { <BuiltinCard builtin/> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Upload() -> impl IntoView {
    let session = Session::get();
    view! {
        <div class="upload">
            <FileButton
                id="csv-file"
                label=Msg::DataUpload
                accept=".csv,.tsv,.txt,text/csv"
                primary=true
                on_file=add
            />
            <span class="soft">{session.t(Msg::DataDrop)}</span>
            <p class="field__help">{session.t(Msg::DataUploadHint)}</p>
            <Meter/>
        </div>
    }
}

#[component]
fn SetCard(set: Dataset) -> impl IntoView {
    let session = Session::get();
    let id = set.id.0.clone();
    let (name, source) = (set.name.clone(), set.source.clone());
    view! {
        <li class="card">
            <h3 class="card__title">
                <a href={let id = id.clone(); move || session.href_of(Page::Data, "set", &id)}>
                    {move || dataset_title(session, &name, &source)}
                </a>
            </h3>
            <p class="soft">{move || size_text(session, set.rows, set.schema.fields.len())}</p>
            <p class="card__actions">
                <a class="button" href={let id = id.clone(); move || session.href_of(Page::Data, "set", &id)}>
                    {session.t(Msg::DataOpen)}
                </a>
                <a class="button" href=move || session.href_of(Page::Train, "data", &id)>
                    {session.t(Msg::DataTrainOn)}
                </a>
            </p>
        </li>
    }
}

#[component]
fn BuiltinCard(builtin: &'static Builtin) -> impl IntoView {
    let session = Session::get();
    let here = Memo::new(move |_| already_here(session, builtin));
    let busy = RwSignal::new(false);
    let add = move |_| {
        busy.set(true);
        spawn_local(async move {
            if let Some(id) = add_builtin(session, builtin.id).await {
                session.go(&session.href_of(Page::Data, "set", &id.0));
            }
            busy.set(false);
        });
    };
    view! {
        <li class="card">
            <h3 class="card__title">{move || builtin_title(session, builtin.id)}</h3>
            <p>{move || session.text(i18n::builtin_texts(builtin.id).1)}</p>
            <p class="soft">{move || size_text(session, builtin.rows as u64, builtin.columns)}</p>
            <p class="soft card__small">{move || session.filled(Msg::DataLicence, &[("licence", &builtin.licence)])}</p>
            <p class="card__actions">
                <button
                    type="button"
                    class="button"
                    data-testid=format!("add-{}", builtin.id)
                    aria-label=move || format!("{}: {}", session.text(Msg::DataAdd), builtin_title(session, builtin.id))
                    disabled=move || busy.get() || here.with(Option::is_some) || !session.can_write()
                    on:click=add
                >
                    {move || session.text(if here.with(Option::is_some) { Msg::DataAdded } else { Msg::DataAdd })}
                </button>
            </p>
        </li>
    }
}
