// What the markup of the pages says, asked in one visit of each.

import { posix } from "node:path";

import { shared } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { files, isStandalone, pages } from "../support/site.js";

export default function markup() {
  const ids = new Map();
  const links = [];
  const faultsIn = shared(pages, {}, async (window, path) => {
    const found = await window.evaluate(linksAndIds);
    ids.set(path, new Set(found.ids));
    links.push(...found.links.map((href) => ({ path, href })));
    return {
      references: found.faults,
      names: await window.evaluate(headingsAndNames),
      // The page in one file has its styles inside, on purpose.
      scripts: isStandalone(path) ? [] : await window.evaluate(scriptsAndStyles),
      words: await window.evaluate(wordsOfRatings),
    };
  });

  claim("every link and every reference inside a page leads to something", async (t) => {
    const faults = [...(await faultsIn("references"))];
    const outside = new Set();
    for (const { path, href } of links) {
      if (/^(https?|mailto|tel):/.test(href)) {
        outside.add(href);
        continue;
      }
      const [to, fragment] = href.split("#", 2);
      // Folders would need a server: a link names its file.
      const target = to === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(to)));
      if (to.startsWith("/") || !files.includes(target)) faults.push(`${path}: no file for ${href}`);
      else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment))) faults.push(`${path}: no place for ${href}`);
    }
    t.diagnostic(`${links.length} links inside the site, ${outside.size} addresses outside (not visited)`);
    return faults;
  });

  claim("one h1, no level skipped, and every region and table region has a name of its own", () => faultsIn("names"));

  claim("no script, no inline style, no handler", () => faultsIn("scripts"));

  claim("every rating says its word, and the words differ", () => faultsIn("words"));
}

// Runs in the page.
function headingsAndNames() {
  const faults = [];
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  if (headings.filter((heading) => heading.localName === "h1").length !== 1) faults.push("not exactly one h1");
  let before = 0;
  for (const heading of headings) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) faults.push(`h${before} is followed by h${level} ${heading.textContent.trim()}`);
    before = level;
  }
  const regions = [...document.querySelectorAll('[role="region"]')].map(
    (region) =>
      region.getAttribute("aria-label") ?? document.getElementById(region.getAttribute("aria-labelledby"))?.textContent,
  );
  for (const name of regions) {
    if (!name?.trim()) faults.push("a region has no name");
    else if (regions.indexOf(name) !== regions.lastIndexOf(name)) faults.push(`two regions are named ${name}`);
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) faults.push("a table has no caption");
    for (const th of table.querySelectorAll("th")) if (!th.scope) faults.push(`no scope: ${th.textContent.trim()}`);
  }
  if (document.documentElement.lang !== "ja") faults.push("the language is not said");
  return faults;
}

// Runs in the page.
function scriptsAndStyles() {
  const faults = [...document.scripts]
    .filter((script) => script.type !== "application/ld+json" || script.src)
    .map((script) => `script ${script.type} ${script.src}`);
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      JSON.parse(script.textContent);
    } catch (error) {
      faults.push(`JSON-LD: ${error.message}`);
    }
  }
  for (const element of document.querySelectorAll("*")) {
    if (element.localName === "style") faults.push("a style element");
    for (const { name, value } of element.attributes) {
      if (name === "style" || /^on/.test(name) || /^\s*javascript:/i.test(value)) faults.push(`${element.localName} ${name}`);
    }
  }
  return faults;
}

// Runs in the page.
function wordsOfRatings() {
  const words = new Map();
  const faults = [];
  for (const rating of document.querySelectorAll(".rating")) {
    const word = [...rating.childNodes].filter((node) => node.ariaHidden !== "true").map((node) => node.textContent).join("").trim();
    const kind = rating.className;
    if (!word) faults.push(`${kind} has no word`);
    if (words.has(word) && words.get(word) !== kind) faults.push(`${word} is both ${kind} and ${words.get(word)}`);
    words.set(word, kind);
  }
  return faults;
}

// Runs in the page.
function linksAndIds() {
  const all = [...document.querySelectorAll("*")];
  const ids = all.map((element) => element.id).filter(Boolean);
  const faults = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} stands twice`);
  const known = new Set(ids);
  const naming = ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"];
  for (const element of all) {
    for (const name of naming) {
      for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) {
        if (!known.has(id)) faults.push(`${name} names ${id}, which is not there`);
      }
    }
    for (const value of [...element.attributes].flatMap((attribute) => attribute.value.match(/url\(#[^)]+\)/g) ?? [])) {
      if (!known.has(value.slice(5, -1))) faults.push(`${value} is not there`);
    }
  }
  const links = all.flatMap((element) => {
    const isMeta = element.tagName === "LINK" && ["canonical", "alternate"].includes(element.rel) && /^https?:/.test(element.href);
    const href = element.getAttribute("href") ?? element.getAttribute("src");
    return href === null || isMeta ? [] : [href];
  });
  return { ids, links, faults };
}
