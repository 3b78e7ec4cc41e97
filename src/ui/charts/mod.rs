//! Charts: from a [`Figure`](crate::base::figure::Figure) to a picture, a read-out and a table. Everything
//! but the component is plain values and runs natively; no file here knows the web's drawing calls.

pub mod bars;
pub mod figures;
pub mod layout;
pub mod margins;
pub mod probe;
pub mod texts;
pub mod theme;

#[cfg(feature = "charts")]
pub mod draw;
#[cfg(feature = "charts")]
pub mod marks;
#[cfg(feature = "charts")]
pub mod pen;
#[cfg(feature = "charts")]
pub mod plot;

#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod chart;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod painter;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod plot_view;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod table;

#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub use chart::Chart;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub use painter::{Painter, provide_painter};
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub use plot_view::PlotView;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub use table::TwinTable;
pub use texts::ChartTexts;
