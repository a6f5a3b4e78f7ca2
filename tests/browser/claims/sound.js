// The files are sound, and the server gives them as what they are.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address } from "../support/server.js";
import { files, folder, pages } from "../support/site.js";

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
