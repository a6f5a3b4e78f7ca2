//! Pages made when asked for are those that `build` writes.

use std::{path::Path, sync::Arc};

use ayumi::{
    check,
    draft::{Draft, Label},
    manuscript,
    model::Publication,
    preview::Pages,
    render::{self, Deferred, Templates},
    source::{self, Sources},
};

fn drafted(sources: &Sources) -> (Publication, Draft) {
    let manuscript = manuscript::read(sources);
    let checked = check::check(sources, &manuscript);
    let publication = checked.publication.expect("the shipped registers are right");
    let label = Label {
        name: "下書き".to_owned(),
        date: None,
    };
    let draft = Draft::new(label, sources, &manuscript, &publication, &checked.diagnostics);
    (publication, draft)
}

fn same(sources: Sources) {
    let (publication, draft) = drafted(&sources);
    let templates = Arc::new(Templates::new(&sources).unwrap());
    let site = render::draft(&publication, &draft, &templates, &sources).unwrap();
    let deferred = Deferred::new(publication, draft, templates, Arc::new(sources)).unwrap();
    assert!(site.len() > 10);
    let built: Vec<&str> = site.files().map(|(path, _)| path).collect();
    assert_eq!(deferred.paths(), built);
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
    let (publication, draft) = drafted(&sources);
    let templates = Arc::new(Templates::new(&sources).unwrap());
    assert!(Deferred::new(publication, draft, templates, Arc::new(sources)).is_err());
}
