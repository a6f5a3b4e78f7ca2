//! A page that is larger than any page may be. Sources within their bounds hardly make one; a city's template does.

use super::{
    support,
    watch::{self, city},
};

/// The small city, whose page of a goal has so many kilobytes of its own.
fn with_pages_of(kilobytes: usize) -> support::Files {
    let mut files = support::small_city();
    let line = "x".repeat(1 << 10);
    let text = format!("{{% for n in range(end={kilobytes}) %}}{line}{{% endfor %}}");
    files.insert("templates/goal.html".to_owned(), text.into_bytes());
    files
}

#[test]
fn a_page_that_grows_out_of_bounds_is_refused() {
    let (folder, _) = city(&with_pages_of(300));
    let sound = watch::run("large pages", folder.path(), &["build"]);
    assert_eq!(sound.status, 0, "{}", watch::start(&sound.err));

    let (folder, _) = city(&with_pages_of(40 << 10));
    let run = watch::run("pages that are too large", folder.path(), &["build"]);
    assert_eq!(run.status, 1, "{}", watch::start(&run.err));
    let told = run.err.rsplit("error[").next().unwrap();
    assert!(told.contains("ページが32MBを超えます"), "{}", watch::start(told));
    assert!(!folder.path().join("output").exists());
}
