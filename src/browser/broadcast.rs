//! Word from the tab that writes to those that read along: how far the journal has come, or that all of it is gone.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "mlops-dojo-journal";

/// What the writing tab says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// More events are kept.
    Saved,
    /// Everything was removed; another world begins.
    Erased,
}

/// The channel between the tabs of this site.
pub(super) struct Broadcast {
    channel: Option<BroadcastChannel>,
}

impl Broadcast {
    /// Opens the channel; a browser without it has no second tab that follows.
    pub(super) fn open() -> Self {
        Self { channel: BroadcastChannel::new(CHANNEL).ok() }
    }

    /// Tells the others that all events before `seq` are kept.
    pub(super) fn saved(&self, seq: u64) {
        if let Some(channel) = &self.channel {
            // Sequence numbers stay far below 2^53.
            #[expect(clippy::cast_precision_loss)]
            let _ = channel.post_message(&JsValue::from_f64(seq as f64));
        }
    }

    /// Tells the others that nothing is left of what they have read.
    pub(super) fn erased(&self) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::NULL);
        }
    }

    /// Calls `heard` with each word from another tab.
    pub(super) fn listen(&self, heard: impl Fn(Word) + 'static) {
        if let Some(channel) = &self.channel {
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                heard(if event.data().is_null() { Word::Erased } else { Word::Saved });
            });
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            on_message.forget();
        }
    }
}
