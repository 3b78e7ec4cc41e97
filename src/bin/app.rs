//! The page: joins what is shown to the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    use mlops_dojo::browser::{self, BrowserHost};
    use mlops_dojo::ui::app::App;
    use mlops_dojo::ui::charts::{Painter, provide_painter};
    use mlops_dojo::ui::i18n::Lang;
    use mlops_dojo::ui::session::{Session, SessionListener};
    use std::rc::Rc;

    browser::install_panic_notice();
    let kept = browser::site::setting("language").and_then(|code| Lang::from_code(&code));
    let wanted = browser::wanted_languages();
    let lang = kept.unwrap_or_else(|| Lang::choose(wanted.iter().map(String::as_str)));
    let painter = Painter::new(browser::canvas::CrispCanvas::open, browser::canvas::watch);
    let owner = leptos::prelude::Owner::new();
    owner.set();
    provide_painter(painter);
    let session = Session::new(&browser::site::base_path(), lang);
    session.connect(Rc::new(BrowserHost::open(Rc::new(SessionListener(session)))));
    leptos::mount::mount_to_body(move || leptos::prelude::view! { <App session/> });
    browser::remove_shell();
    // The signals of the session live as long as the page.
    std::mem::forget(owner);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
