//! `sitemap.xml` (sitemaps.org 0.9), only where the city gave the site's base address: relative sitemaps do not exist.

use super::prose::escape;

/// The sitemap of all pages among the files of a site; the stand-alone copies are left out, they are the same reports again.
pub(crate) fn sitemap(mut paths: Vec<String>, base: &str) -> String {
    paths.sort_unstable();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let pages = paths.iter().filter(|path| path.ends_with(".html"));
    for path in pages.filter(|path| !path.ends_with("standalone.html")) {
        out.push_str("<url><loc>");
        escape(&format!("{base}/{path}"), &mut out);
        out.push_str("</loc></url>\n");
    }
    out.push_str("</urlset>\n");
    out
}
