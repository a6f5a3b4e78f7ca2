// The page bends to the reader's screen and text settings, and nothing is cut off or needs two directions to read.

import { faultsOf, unfold } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { pages } from "../support/site.js";

// WCAG 2.2, 1.4.12, as a reader's own style sheet sets it.
const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

export default function adaptable() {
  for (const width of [320, 360, 768, 1280]) {
    claim(`at ${width} px the page does not scroll sideways`, () =>
      faultsOf(pages, { viewport: { width, height: 800 } }, async (window) => {
        await unfold(window);
        return window.evaluate(cutOff);
      }),
    );
  }

  for (const width of [320, 1280]) {
    claim(`with the text spaced out, at ${width} px, nothing is clipped`, () =>
      faultsOf(pages, { viewport: { width, height: 800 } }, async (window) => {
        await unfold(window);
        // As a reader's own sheet: through the style API, which no policy forbids to the reader.
        await window.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
        }, SPACING);
        return window.evaluate(cutOff);
      }),
    );
  }
}

// Runs in the page.
function cutOff() {
  const faults = [];
  const root = document.scrollingElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide in ${width}`);
  const named = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 20)}”`;
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(".visually-hidden, .skip-link, title, desc, defs, clipPath")) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) continue;
    const inside = element.parentElement.closest('[role="region"]');
    if (!inside && (box.right > width + 1 || box.left < -1)) faults.push(`${named(element)} ends at ${Math.round(box.right)} of ${width}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isSvg = element instanceof SVGElement;
    if (!isSvg && overflowX !== "visible") {
      const mayScroll = overflowX === "auto" && element.getAttribute("role") === "region" && element.tabIndex === 0;
      if (element.scrollWidth > element.clientWidth + 1 && !mayScroll) faults.push(`${named(element)} is clipped sideways`);
      if (element.scrollHeight > element.clientHeight + 1 && overflowY !== "visible") faults.push(`${named(element)} is clipped below`);
    }
    if (element.localName === "text") {
      const frame = element.ownerSVGElement.getBoundingClientRect();
      const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      if (isOut && getComputedStyle(element.ownerSVGElement).overflow !== "visible") faults.push(`${named(element)} leaves its chart`);
    }
  }
  return faults;
}
