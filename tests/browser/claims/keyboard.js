// Everything can be reached and used with the keyboard alone, in the order of reading, and one sees where one is.

import { faultsOf, openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address } from "../support/server.js";
import { pages, served } from "../support/site.js";
import { differing, pictureOf } from "../support/pixels.js";

const STOPS = [
  ".breadcrumbs a",
  "main p a",
  "main li a",
  "th a",
  "summary",
  '[role="region"]',
  ".pager a",
  ".orders a",
  ".foot-links a",
  ".site-complete a",
];

export default function keyboard() {
  for (const colorScheme of ["light", "dark"]) {
    claim(`Tab reaches every link, summary and scroll region in order, each with a visible outline (${colorScheme})`, async (t) => {
      let stops = 0;
      const faults = await faultsOf(colorScheme === "light" ? pages : oneOfEachKind(pages), { colorScheme }, async (window) => {
        const expected = await window.evaluate(listen);
        for (let press = 0; press < expected; press++) await window.keyboard.press("Tab");
        stops += expected;
        return window.evaluate(() => globalThis.proof.faults());
      });
      t.diagnostic(`${stops} stops`);
      return faults;
    });
  }

  claim("focus changes the pixels around each kind of stop: light, dark, forced colours", async (t) => {
    const faults = [];
    const schemes = { light: {}, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } };
    for (const [name, scheme] of Object.entries(schemes)) {
      const window = await openWindow(scheme);
      const kinds = new Set(STOPS);
      for (const path of oneOfEachKind(served)) {
        if (kinds.size === 0) break;
        await window.goto(address(path));
        for (const kind of kinds) {
          const element = window.locator(kind).first();
          if (!(await element.count())) continue;
          kinds.delete(kind);
          const share = await changeByFocus(window, element);
          if (share < 0.005) faults.push(`${path} ${kind}, ${name}: ${(share * 100).toFixed(2)} % of the pixels change`);
        }
      }
      for (const kind of kinds) t.diagnostic(`on no page: ${kind}`);
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

// The share of the pixels in and around an element that its focus changes.
async function changeByFocus(window, element) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const clip = {
    x: Math.max(box.x - 10, 0),
    y: Math.max(box.y - 10, 0),
    width: Math.min(box.width, 1200) + 20,
    height: Math.min(box.height, 600) + 20,
  };
  const before = await pictureOf(window, { clip });
  // Focus is to be seen by those who use the keyboard: one key tells the browser so.
  await window.keyboard.press("Shift");
  await element.focus();
  const share = await differing(before, await pictureOf(window, { clip }));
  await element.blur();
  return share;
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
