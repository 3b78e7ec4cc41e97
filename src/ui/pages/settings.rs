//! What is kept in this browser, and the ways out and in: export, import, erase.

use crate::ui::format;
use crate::ui::i18n::{self, Msg};
use crate::ui::session::Session;
use crate::ui::widgets::{Confirm, FileButton, Icon};
use crate::world::port::{PickedFile, StorageUse};
use crate::world::{Command, Reply};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Settings() -> impl IntoView {
    let session = Session::get();
    view! {
        <section class="page page--narrow">
            <h1>{session.t(Msg::SettingsTitle)}</h1>
            <Storage/>
            <Export/>
            <Import/>
            <Erase/>
        </section>
    }
}

#[component]
fn Storage() -> impl IntoView {
    let session = Session::get();
    let usage = RwSignal::new(None::<StorageUse>);
    Effect::new(move |_| {
        session.saved.track();
        if let Some(asked) = session.host(|host| host.storage()) {
            spawn_local(async move { usage.set(asked.await) });
        }
    });
    view! {
        <section class="setting">
            <h2>{session.t(Msg::SettingsStorage)}</h2>
            {move || usage.get().map(|usage| {
                let kept = if usage.persistent { Msg::SettingsPersistent } else { Msg::SettingsNotPersistent };
                let (used, quota) = (format::bytes(usage.used), format::bytes(usage.quota));
                view! {
                    <p>{session.filled(Msg::SettingsStorageText, &[("used", &used), ("quota", &quota)])}</p>
                    <p class="soft">{session.text(kept)}</p>
                }
            })}
        </section>
    }
}

#[component]
fn Export() -> impl IntoView {
    let session = Session::get();
    let export = move |_| {
        let Some(asked) = session.host(|host| host.export()) else { return };
        spawn_local(async move {
            let saved = match asked.await {
                Ok(bytes) => {
                    let save = |host: &dyn crate::world::port::Host| {
                        host.save_file("mlops-dojo.dojo", "application/octet-stream", &bytes)
                    };
                    session.host(save).unwrap_or(Ok(()))
                }
                Err(error) => Err(error),
            };
            if let Err(error) = saved {
                session.say_failed(i18n::host_error(session.lang.get_untracked(), &error));
            }
        });
    };
    view! {
        <section class="setting">
            <h2>{session.t(Msg::SettingsExport)}</h2>
            <p>{session.t(Msg::SettingsExportText)}</p>
            <button type="button" class="button" data-testid="export" on:click=export>
                <Icon name="download"/>
                {session.t(Msg::SettingsExport)}
            </button>
        </section>
    }
}

#[component]
fn Import() -> impl IntoView {
    let session = Session::get();
    view! {
        <section class="setting">
            <h2>{session.t(Msg::SettingsImport)}</h2>
            <p>{session.t(Msg::SettingsImportText)}</p>
            <FileButton id="import-file" label=Msg::SettingsImport accept=".dojo" on_file=import/>
        </section>
    }
}

fn import(session: Session, file: PickedFile) {
    spawn_local(async move {
        let lang = session.lang.get_untracked();
        match session.execute(Command::Import, Some(file.bytes)).await {
            Ok(Reply::Imported(added)) => {
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("runs", &added.runs), ("datasets", &added.datasets), ("known", &added.known)];
                session.say(Msg::SettingsImported.with(lang, &values));
            }
            Ok(_) => {}
            Err(error) => session.say_failed(i18n::failure(lang, &error)),
        }
    });
}

#[component]
fn Erase() -> impl IntoView {
    let session = Session::get();
    let open = RwSignal::new(false);
    let question = Signal::derive(move || {
        let (runs, datasets) =
            session.state.with(|state| (state.tracking().runs().len(), state.datasets().len()));
        session.filled(Msg::SettingsEraseAsk, &[("runs", &runs), ("datasets", &datasets)])
    });
    let erase = Callback::new(move |()| {
        let Some(asked) = session.host(|host| host.erase()) else { return };
        spawn_local(async move {
            let lang = session.lang.get_untracked();
            match asked.await {
                Ok(()) => session.say(Msg::SettingsErased.text(lang).into()),
                Err(error) => session.say_failed(i18n::host_error(lang, &error)),
            }
        });
    });
    view! {
        <section class="setting">
            <h2>{session.t(Msg::SettingsErase)}</h2>
            <p>{session.t(Msg::SettingsEraseText)}</p>
            <button
                type="button"
                class="button button--danger"
                data-testid="erase"
                disabled=session.read_only()
                on:click=move |_| open.set(true)
            >
                {session.t(Msg::SettingsErase)}
            </button>
            <Confirm open question yes=Msg::SettingsErase on_yes=erase/>
        </section>
    }
}
