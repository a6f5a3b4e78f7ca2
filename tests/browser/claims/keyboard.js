// Everything can be reached and used with the keyboard alone, in the order of reading, and one sees where one is.

import { faultsOf, openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address } from "../support/server.js";
import { isWhole, pages, served } from "../support/site.js";
import { differing, pictureOf } from "../support/pixels.js";

export default function keyboard() {
  for (const colorScheme of ["light", "dark"]) {
    claim(`Tab reaches every link, summary and scroll region in order, each with a visible outline (${colorScheme})`, async (t) => {
      let stops = 0;
      const faults = await faultsOf(colorScheme === "light" ? pages : pages.filter((path) => !isWhole(path)), { colorScheme }, async (window) => {
        const expected = await window.evaluate(listen);
        for (let press = 0; press < expected; press++) await window.keyboard.press("Tab");
        stops += expected;
        return window.evaluate(() => globalThis.proof.faults());
      });
      t.diagnostic(`${stops} stops`);
      return faults;
    });
  }

  claim("focus changes the pixels around each kind of stop: light, dark, forced colours", async () => {
    const faults = [];
    const schemes = [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }];
    for (const scheme of schemes) {
      const window = await openWindow(scheme);
      for (const path of oneOfEachKind(served)) {
        await window.goto(address(path));
        for (const kind of [".skip-link", ".breadcrumbs a", "main p a", "main li a", "th a", "summary", '[role="region"]', ".pager a", ".foot-links a"]) {
          const element = window.locator(kind).first();
          if (!(await element.count())) continue;
          await window.evaluate(() => document.activeElement?.blur());
          await element.scrollIntoViewIfNeeded();
          const box = await element.boundingBox();
          const clip = { x: Math.max(box.x - 10, 0), y: Math.max(box.y - 10, 0), width: Math.min(box.width, 1200) + 20, height: Math.min(box.height, 600) + 20 };
          const before = await pictureOf(window, { clip });
          // The keyboard has the last word on whether focus is to be seen.
          await window.keyboard.press("Shift");
          await element.focus();
          if (kind === ".skip-link") clip.y = 0;
          const share = differing(before, await pictureOf(window, { clip }));
          if (share < 0.005) faults.push(`${path} ${kind}: ${(share * 100).toFixed(2)} % of the pixels change (${JSON.stringify(scheme)})`);
        }
      }
      await window.context().close();
    }
    return faults;
  });

  claim("the skip link leads past the header, and a scroll region scrolls with the arrow keys", async () => {
    const faults = [];
    const window = await openWindow({ viewport: { width: 360, height: 800 } });
    for (const path of oneOfEachKind(served)) {
      await window.goto(address(path));
      await window.keyboard.press("Tab");
      await window.keyboard.press("Enter");
      await window.keyboard.press("Tab");
      const isInside = await window.evaluate(() => {
        const main = document.querySelector("main");
        return main.contains(document.activeElement) || !main.querySelector("a, summary, [tabindex='0']");
      });
      if (!isInside) faults.push(`${path}: after the skip link, Tab does not go on in the main part`);
      const wide = await window.evaluateHandle(() =>
        [...document.querySelectorAll('[role="region"]')].find((region) => region.scrollWidth > region.clientWidth),
      );
      if (!wide.asElement()) continue;
      await wide.asElement().focus();
      await window.keyboard.press("ArrowRight");
      const scrolls = await wide.evaluate(
        (region) => new Promise((resolve) => setTimeout(() => resolve(region.scrollLeft > 0), 300)),
      );
      if (!scrolls) faults.push(`${path}: the wide table does not scroll`);
    }
    await window.context().close();
    return faults;
  });
}

// One page for each beginning of a name: kpi-…, department-…, goal-….
export function oneOfEachKind(paths) {
  const kinds = new Map(paths.map((path) => [path.replace(/^\d+/, "").replace(/-[^/]*\.html$/, ""), path]));
  return [...kinds.values()];
}

// Runs in the page: notes every stop, and says how many there should be.
function listen() {
  const all = [...document.querySelectorAll("a[href], summary, [tabindex='0'], button, input, select")].filter(
    (element) => element.checkVisibility() && !element.closest("details:not([open]) > :not(summary)"),
  );
  const visited = [];
  const faults = [];
  const named = (element) => `${element.localName} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 24)}”`;
  document.addEventListener("focusin", ({ target }) => {
    visited.push(target);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || /^rgba.* 0\)$/.test(outlineColor)) faults.push(`${named(target)} has no outline`);
    const box = target.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight || box.width < 1) faults.push(`${named(target)} is focused out of sight`);
  });
  globalThis.proof = {
    faults: () => {
      const at = all.findIndex((element, order) => visited[order] !== element);
      if (at >= 0) faults.push(`stop ${at + 1} is ${visited[at] ? named(visited[at]) : "nothing"}, not ${named(all[at])}`);
      return faults;
    },
  };
  return all.length;
}
