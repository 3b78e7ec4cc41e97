//! One writer at a time: the Web Locks API. web-sys hides it behind an unstable flag, so the two calls that
//! are needed are bound here.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &JsValue,
        callback: &Function,
    ) -> Result<Promise, JsValue>;
}

const WRITER: &str = "mlops-dojo-writer";

/// What came of asking for the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lock {
    /// It is ours until this tab ends.
    Held,
    /// Another tab has it.
    Taken,
    /// This browser has no locks here (a page served over plain http, for one).
    Unsupported,
}

/// Takes the writer's lock if it is free.
pub(super) async fn try_become_writer() -> Lock {
    acquire(true).await
}

/// Waits until the writer's lock is ours.
pub(super) async fn wait_to_become_writer() -> Lock {
    acquire(false).await
}

async fn acquire(only_if_free: bool) -> Lock {
    let Some(manager) = manager() else { return Lock::Unsupported };
    let answer = Promise::new(&mut |resolve, _reject| {
        let granted = Closure::once_into_js(move |lock: JsValue| -> Promise {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(!lock.is_null()));
            if lock.is_null() {
                return Promise::resolve(&JsValue::NULL);
            }
            // The lock is held for as long as this promise is open: as long as the tab lives.
            Promise::new(&mut |_, _| {})
        });
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::from_bool(only_if_free));
        if let Ok(request) = manager.request(WRITER, &options, granted.unchecked_ref()) {
            // Held for ever, or refused when the tab goes: nobody waits for its end.
            let ignore = Closure::once_into_js(|_: JsValue| {});
            let _ = Reflect::get(&request, &"catch".into())
                .ok()
                .and_then(|catch| catch.dyn_into::<Function>().ok())
                .map(|catch| catch.call1(&request, &ignore));
        }
    });
    match JsFuture::from(answer).await {
        Ok(held) if held.is_truthy() => Lock::Held,
        _ => Lock::Taken,
    }
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
