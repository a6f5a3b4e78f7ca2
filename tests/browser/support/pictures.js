// Pictures of every kind of page, for a person to look at.

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { oneOfEachKind } from "../claims/keyboard.js";
import { openWindow } from "./browser.js";
import { address } from "./server.js";
import { served } from "./site.js";

const VIEWS = {
  360: { viewport: { width: 360, height: 800 } },
  768: { viewport: { width: 768, height: 1024 } },
  1280: { viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active", colorScheme: "dark" },
};

export function takePictures(folder) {
  test(`pictures in ${folder}`, async () => {
    mkdirSync(folder, { recursive: true });
    for (const [view, options] of Object.entries(VIEWS)) {
      const window = await openWindow(options);
      for (const path of oneOfEachKind(served)) {
        await window.goto(address(path));
        // A picture of the complete report would be too tall to look at.
        const fullPage = !path.endsWith("/report.html");
        await window.screenshot({ path: join(folder, `${name(path)}-${view}.png`), fullPage });
      }
      await window.context().close();
    }
    const window = await openWindow();
    for (const path of oneOfEachKind(served)) {
      await window.goto(address(path));
      const pdf = join(folder, `${name(path)}.pdf`);
      writeFileSync(pdf, await window.pdf({ preferCSSPageSize: true }));
      await promisify(execFile)("pdftoppm", ["-r", "60", "-png", pdf, pdf.replace(/\.pdf$/, "-print")]);
    }
    await window.context().close();
  });
}

const name = (path) => path.replace(/\.html$/, "").replaceAll("/", "-");
