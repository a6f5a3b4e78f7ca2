//! The fourth stage: a publication becomes a [`Site`], path → bytes, in memory. Pure: no disk, no clock, no network.
//!
//! `view` turns the model into what a template shows (every figure already text), `templates` holds the templates, `prose`
//! writes narrative, and `pages` says which pages there are.

mod address;
mod cities;
mod pages;
mod print;
mod prose;
mod ruby;
mod site;
mod sitemap;
mod templates;
mod view;

pub use cities::{CityLine, cities};
pub use pages::render;
pub use site::Site;
pub use templates::Templates;
