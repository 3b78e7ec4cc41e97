//! Plots as matplotlib draws them: from the description of a figure to a display list, and from that to files.
//!
//! | part | what it is |
//! |---|---|
//! | `picture`, `twin` | the display list: what is drawn where; and the same in words and numbers |
//! | `replay` | a display list on any plotters backend: the page's canvas, our raster |
//! | `value`, `describe` | what a figure is, as it comes from Python |
//! | `locate`, `write`, `dates`, `axis` | limits, ticks and their names |
//! | `font`, `mathtext`, `text` | characters, formulas, lines of text |
//! | `frame`, `scene`, `artist`, `marker`, `legend`, `draw`, `tight` | where everything comes to stand |
//! | `colours`, `contour` | colours and colormaps by name, lines of one height |
//! | `raster`, `svg` | files |
//!
//! The page needs only the first two; the rest is the engine's.

pub mod picture;
pub mod twin;

#[cfg(any(feature = "plots", feature = "charts"))]
pub mod replay;

#[cfg(feature = "plots")]
pub mod artist;
#[cfg(feature = "plots")]
pub mod axis;
#[cfg(feature = "plots")]
pub mod colours;
#[cfg(feature = "plots")]
pub mod contour;
#[cfg(feature = "plots")]
pub mod dates;
#[cfg(feature = "plots")]
pub mod describe;
#[cfg(feature = "plots")]
pub mod draw;
#[cfg(feature = "plots")]
pub mod font;
#[cfg(feature = "plots")]
pub mod frame;
#[cfg(feature = "plots")]
pub mod legend;
#[cfg(feature = "plots")]
pub mod locate;
#[cfg(feature = "plots")]
pub mod marker;
#[cfg(feature = "plots")]
pub mod mathtext;
#[cfg(feature = "plots")]
pub mod raster;
#[cfg(feature = "plots")]
pub mod scene;
#[cfg(feature = "plots")]
pub mod svg;
#[cfg(feature = "plots")]
pub mod text;
#[cfg(feature = "plots")]
pub mod tight;
#[cfg(feature = "plots")]
pub mod value;
#[cfg(feature = "plots")]
pub mod write;
