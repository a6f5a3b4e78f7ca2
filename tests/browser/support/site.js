// The built site on disk: its files and its pages.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";

export const folder = process.env.AYUMI_SITE;
if (!folder) throw new Error("AYUMI_SITE names no built site; start tests/browser/run");

// Every file that is served, by its path with `/` inside the site.
export const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map((entry) => posix.normalize(join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/")))
  .sort();

export const size = (path) => statSync(join(folder, path)).size;
export const text = (path) => readFileSync(join(folder, path), "utf8");
export const onDisk = (path) => pathToFileURL(join(folder, path)).href;

// The page in one file carries its styles inside, which a strict policy refuses: it is opened from disk only.
export const isStandalone = (path) => path.endsWith("/standalone.html");
export const isWhole = (path) => isStandalone(path) || path.endsWith("/report.html");

export const pages = files.filter((path) => path.endsWith(".html"));
export const served = pages.filter((path) => !isStandalone(path));
export const standalone = pages.filter(isStandalone);
