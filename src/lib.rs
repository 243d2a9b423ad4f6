//! Crosscheck compares what several articles say about one story.
//!
//! # Bird's eye
//!
//! bytes → text → parts → sentences → features → similar pairs → groups → claims with suggestions
//! → the reviewer's edits → project file → report → export formats. Each arrow is a plain function
//! of values that can be tested alone; the window and the command line only call them.
//!
//! # Map
//!
//! Each room uses only rooms above it; `tests/layering.rs` holds them apart.
//!
//! | room | what it holds |
//! | --- | --- |
//! | [`text`] | spans, offsets, words |
//! | [`model`] | articles, claims, the project |
//! | [`import`] | bytes and a name → an article |
//! | [`analysis`] | articles → claims with suggestions |
//! | [`review`] | edits and their inverses, undo, finding again without loss |
//! | [`storage`] | the project file on disk, and the settings |
//! | [`export`] | project → report → Markdown, HTML, CSV, JSON |
//! | [`session`] | an open project without a window: edit, save, jobs |
//! | [`cli`] | the session without a window |
//! | [`app`] | the session in a window |
//!
//! # Invariants
//!
//! - An article's text never changes. Every offset inside the program is a byte offset into it;
//!   every offset that leaves the program counts Unicode scalar values.
//! - A passage's quote equals the slice at its span, or the program says so.
//! - Everything that changes a project is an [`review::Edit`], and applying one gives its inverse.
//! - `import`, `analysis`, `review` and `export` know no files, clock, threads or randomness: the
//!   same input gives the same output, byte for byte.
//! - A project file is only ever replaced as a whole.
//!
//! # Absent on purpose
//!
//! No network, no account, no model weights, no telemetry. Nothing leaves the machine.

pub mod analysis;
#[cfg(feature = "window")]
pub mod app;
pub mod cli;
pub mod export;
pub mod import;
pub mod model;
pub mod review;
pub mod session;
pub mod storage;
pub mod text;
