//! The fourth stage: a publication becomes a [`Site`], path → bytes, in memory. Pure: no disk, no clock, no network.
//!
//! `view` turns the model into what a template shows (every figure already text), `templates` holds the templates, `fill` is
//! what the embedded ones are written in once they are code, `prose` writes narrative, `pages` says which pages there are,
//! `sheet` what stands on each and `press` makes them. A draft goes the same way: its views hold gaps, numbers and findings besides.

mod address;
mod cities;
mod deferred;
mod fill;
mod nesting;
mod pages;
mod press;
mod print;
mod prose;
mod published;
mod ruby;
mod sheet;
mod site;
mod sitemap;
mod templates;
mod view;

pub use cities::{CityLine, cities};
pub use deferred::Deferred;
pub use pages::{Take, draft, render, render_each};
pub use published::says_the_same;
pub use site::Site;
pub use templates::Templates;
