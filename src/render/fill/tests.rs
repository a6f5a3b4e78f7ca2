//! What values are to a template. `samples/` holds templates that no page uses.

use serde::Serialize;

use super::*;
use crate::render::templates::template;

#[derive(Serialize)]
struct Inner {
    pair: (String, u8),
}

#[derive(Serialize)]
struct Sample {
    title: Box<str>,
    word: Option<&'static str>,
    none: Option<String>,
    blank: Option<String>,
    some: Option<Box<Inner>>,
    flag: bool,
    empty: Vec<String>,
    zero: u8,
    slice: &'static [u8],
    list: [&'static str; 3],
    missing: bool,
}

#[derive(Serialize)]
struct Loops(Sample);

impl std::ops::Deref for Loops {
    type Target = Sample;

    fn deref(&self) -> &Sample {
        &self.0
    }
}

template!(Sample, "sample.html");
template!(Loops, "sample-loops.html");

fn sample(missing: bool) -> Sample {
    Sample {
        title: "<柏崎>".into(),
        word: Some("語"),
        none: None,
        blank: Some(String::new()),
        some: Some(Box::new(Inner {
            pair: ("組".to_owned(), 3),
        })),
        flag: false,
        empty: Vec::new(),
        zero: 0,
        slice: &[],
        list: ["a", "b", "c"],
        missing,
    }
}

#[test]
fn values_branches_loops_and_names() {
    let mut text = String::new();
    assert_eq!(page(&sample(false), 1000, &mut text), Ok(()));
    let expected = "[&lt;柏崎&gt;escaped &lt;柏崎&gt;, as it is <柏崎>\n\
                    pair 組3\n\
                    empty none of them\n\
                    there 12345\n\
                    loop a、b、c\n\
                    names abc&lt;柏崎&gt;abc&lt;柏崎&gt;abc&lt;柏崎&gt;文\n\
                    part 組\n\
                    語]\n";
    assert_eq!(text, expected);
}

#[test]
fn the_engine_for_a_citys_own_templates_says_the_same() {
    let mut tera = tera::Tera::new();
    tera.set_escape_fn(|text, out| prose::escaped(text).try_for_each(|piece| out.write_all(piece.as_bytes())));
    let samples = [
        ("sample.html", include_str!("samples/sample.html")),
        ("sample-frame.html", include_str!("samples/sample-frame.html")),
        ("sample-part.html", include_str!("samples/sample-part.html")),
    ];
    tera.add_raw_templates(samples).unwrap();
    let by_engine = tera.render("sample.html", &sample(false).context().unwrap()).unwrap();
    let mut text = String::new();
    page(&sample(false), 1000, &mut text).unwrap();
    assert_eq!(text, by_engine);
}

#[test]
fn what_is_not_there_is_told_of_the_template_that_asks_for_it() {
    let fault = Fault::Missing {
        template: "sample-part.html",
        path: "none",
    };
    assert_eq!(page(&sample(true), 1000, &mut String::new()), Err(fault));
}

#[test]
fn a_page_ends_soon_after_its_limit() {
    let mut text = String::new();
    // Without its end it would have 81 times 15 bytes.
    assert_eq!(page(&Loops(sample(false)), 100, &mut text), Err(Fault::TooLong));
    assert!((100..120).contains(&text.len()), "{}", text.len());
    assert_eq!(page(&Loops(sample(false)), 1215, &mut String::new()), Ok(()));
}
