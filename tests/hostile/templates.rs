//! A city's own templates.
