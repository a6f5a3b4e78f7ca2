// The page bends to the reader's screen and text settings, and nothing is cut off or needs two directions to read.

import { shared, unfold } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { pages } from "../support/site.js";

// WCAG 2.2, 1.4.12, as a reader's own style sheet sets it.
const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

const WIDTHS = [320, 360, 768, 1280];

export default function adaptable() {
  const faultsIn = shared(pages, {}, async (window) => {
    await unfold(window);
    const plain = await atEveryWidth(window);
    // Through the style API, as a reader's own sheet: no policy forbids it to the reader.
    await window.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, SPACING);
    return { plain, spaced: await atEveryWidth(window) };
  });

  claim(`at ${WIDTHS.join(", ")} px no page scrolls sideways and nothing is clipped`, () => faultsIn("plain"));

  claim("the same with the reader's own spacing of the text", () => faultsIn("spaced"));
}

async function atEveryWidth(window) {
  const faults = [];
  for (const width of WIDTHS) {
    await window.setViewportSize({ width, height: 800 });
    faults.push(...(await window.evaluate(cutOff)).map((fault) => `${width} px: ${fault}`));
  }
  return faults;
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
      // The box of a line of text is taller than its letters.
      const air = parseFloat(getComputedStyle(element).fontSize) * 0.35 * (frame.width / element.ownerSVGElement.viewBox.baseVal.width);
      const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - air || box.bottom > frame.bottom + air;
      if (isOut && getComputedStyle(element.ownerSVGElement).overflow !== "visible") faults.push(`${named(element)} leaves its chart (${[box.left - frame.left, frame.right - box.right, box.top - frame.top, frame.bottom - box.bottom].map(Math.round)})`);
    }
  }
  return faults;
}
