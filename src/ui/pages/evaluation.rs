//! The evaluation that a training keeps with its run: the matrix of a classifier, the residuals of a
//! regression. Read from the run's artifact, drawn as a chart.

use crate::tracking::Run;
use crate::ui::session::Session;
use crate::world::evaluation::{ARTIFACT, Evaluation};
use leptos::prelude::*;

/// What the artifact of the run holds; nothing until it is read, or when there is none.
pub fn use_evaluation(session: Session, run: Memo<Option<Run>>) -> RwSignal<Option<Evaluation>> {
    let evaluation = RwSignal::new(None);
    let hash = Memo::new(move |_| {
        run.with(|run| run.as_ref()?.artifacts.get(ARTIFACT).map(|artifact| artifact.hash.clone()))
    });
    Effect::new(move |_| {
        let Some(asked) = hash.get().and_then(|hash| session.host(|host| host.read_blob(&hash))) else {
            evaluation.set(None);
            return;
        };
        leptos::task::spawn_local(async move {
            let read =
                asked.await.ok().and_then(|bytes| serde_json::from_str(&String::from_utf8(bytes).ok()?).ok());
            evaluation.set(read);
        });
    });
    evaluation
}
