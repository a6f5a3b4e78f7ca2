//! Pages made when asked for are those that `build` writes.

use std::{path::Path, sync::Arc};

use ayumi::{
    check, manuscript,
    model::Report,
    preview::Pages,
    render::{self, Deferred, Templates},
    source::{self, Sources},
};

fn report(sources: &Sources) -> Report {
    let checked = check::check(sources, &manuscript::read(sources));
    checked.into_report().expect("the shipped report is right").0
}

fn same(sources: Sources) {
    let report = report(&sources);
    let templates = Arc::new(Templates::new(&sources).unwrap());
    let site = render::render(&report, &templates, &sources).unwrap();
    let deferred = Deferred::new(report, templates, Arc::new(sources)).unwrap();
    assert!(site.len() > 10);
    for (path, bytes) in site.files() {
        assert!(deferred.get(path).as_deref() == Some(bytes), "{path}");
    }
    assert!(deferred.get("2021/none.html").is_none() && deferred.get("").is_none());
    assert_eq!(deferred.stylesheets().len(), Pages::stylesheets(&site).len());
}

#[test]
fn every_file_is_the_built_one() {
    same(source::read_folder(Path::new("content")).unwrap());
}

fn with_template(name: &str, text: &str) -> Sources {
    let shipped = source::read_folder(Path::new("content")).unwrap();
    let mut files: Vec<(String, String)> = shipped
        .files()
        .map(|(_, file)| (file.name.clone(), file.text.clone()))
        .collect();
    files.push((name.to_owned(), text.to_owned()));
    Sources::from_files(files)
}

#[test]
fn also_with_templates_of_the_citys_own() {
    same(with_template("templates/ayumi.css", "body { color: #333 }"));
}

#[test]
fn a_faulty_template_is_found_before_anyone_asks() {
    let sources = with_template("templates/matrix.html", "{{ nothing.of.the.kind }}");
    let report = report(&sources);
    let templates = Arc::new(Templates::new(&sources).unwrap());
    assert!(Deferred::new(report, templates, Arc::new(sources)).is_err());
}
