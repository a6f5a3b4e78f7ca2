// The markup is valid, and every link leads somewhere.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";

import { faultsOf, openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address } from "../support/server.js";
import { files, folder, onDisk, pages } from "../support/site.js";

export default function sound() {
  claim("the Nu checker finds no error", async (t) => {
    const messages = await nuChecker();
    const faults = messages.filter((message) => message.type !== "info").map(shown);
    const warnings = messages.filter((message) => message.subType === "warning").map(shown);
    const kinds = Map.groupBy?.(warnings, (text) => text.split(": ").slice(1).join(": ")) ?? new Map();
    for (const [kind, list] of kinds) t.diagnostic(`warning: ${list.length} × ${kind} (${list[0].split(": ")[0]})`);
    t.diagnostic(`${warnings.length} warnings`);
    return faults;
  });

  claim("every link and every reference inside a page leads to something", async (t) => {
    const ids = new Map();
    const links = [];
    const faults = await faultsOf(pages, { at: onDisk }, async (window, path) => {
      const found = await window.evaluate(linksAndIds);
      ids.set(path, new Set(found.ids));
      links.push(...found.links.map((href) => ({ path, href })));
      return found.faults;
    });
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

  claim("the server answers every file with its media type", async () => {
    const types = { html: "text/html", css: "text/css", json: "application/json", xml: "text/xml", svg: "image/svg+xml" };
    const faults = [];
    for (const path of files) {
      const answer = await fetch(address(path), { method: "HEAD" });
      const type = types[path.split(".").at(-1)];
      if (!answer.ok) faults.push(`${path}: ${answer.status}`);
      else if (type && answer.headers.get("content-type") !== type) faults.push(`${path}: ${answer.headers.get("content-type")}`);
    }
    return faults;
  });

  claim("a link to a place shows that place", async () => {
    const window = await openWindow();
    const faults = [];
    for (const path of pages.filter((path) => path.endsWith("/report.html"))) {
      await window.goto(address(path));
      const last = await window.evaluate(() => [...document.querySelectorAll(".entry [id]")].at(-1)?.id);
      await window.goto(`${address(path)}#${last}`);
      const top = await window.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, last);
      if (top < 0 || top > 900) faults.push(`${path}#${last} is shown at ${top} px`);
    }
    await window.context().close();
    return faults;
  });
}

const shown = (message) =>
  `${decodeURI(message.url).split(`${folder}/`)[1]}:${message.lastLine}: ${message.message} (${message.extract?.trim() ?? ""})`;

async function nuChecker() {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const options = ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder];
  const { stdout } = await promisify(execFile)("java", options, { maxBuffer: 64 << 20 });
  return JSON.parse(stdout).messages;
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
