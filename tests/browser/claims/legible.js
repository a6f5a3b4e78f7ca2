// The four ratings tell apart without their colours, by their marks alone and by their words.

import { faultsOf, openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { contrast, distance, pictureOf } from "../support/pixels.js";
import { address } from "../support/server.js";
import { pages, served } from "../support/site.js";

const RATINGS = ["on-track", "unchanged", "delayed", "not-rated"];
// A disc and the square around it differ in 21 % of the square, which is not enough at the size of text.
const APART = 0.3;
// Steps of grey (of 255) that the mark stands out from its ground.
const STANDS_OUT = 90;

export default function legible() {
  const modes = [
    ["in greyscale", {}, "achromatopsia"],
    ["in greyscale and dark mode", { colorScheme: "dark" }, "achromatopsia"],
    ["in forced colours", { forcedColors: "active" }],
    ["in forced colours and dark mode", { forcedColors: "active", colorScheme: "dark" }],
  ];
  for (const [mode, options, deficiency] of modes) {
    claim(`the marks of the four ratings have shapes of their own ${mode}`, async (t) => {
      const window = await openWindow({ ...options, deviceScaleFactor: 2 });
      if (deficiency) {
        const session = await window.context().newCDPSession(window);
        await session.send("Emulation.setEmulatedVisionDeficiency", { type: deficiency });
      }
      const shapes = new Map();
      const faults = [];
      for (const path of served) {
        if (shapes.size === RATINGS.length) break;
        await window.goto(address(path));
        for (const rating of RATINGS.filter((rating) => !shapes.has(rating))) {
          // The dashed one is its frame and its dash; the others have a mark before their word.
          const mark = window.locator(rating === "not-rated" ? ".rating-not-rated" : `.rating-${rating} .rating-mark`).first();
          if (await mark.count()) shapes.set(rating, await pictureOf(mark));
        }
      }
      await window.context().close();
      for (const rating of RATINGS) {
        if (!shapes.has(rating)) {
          faults.push(`${rating} stands on no page`);
          continue;
        }
        const steps = await contrast(shapes.get(rating));
        if (steps < STANDS_OUT) faults.push(`${rating} does not stand out: ${Math.round(steps)}`);
      }
      for (const [at, one] of RATINGS.entries()) {
        for (const other of RATINGS.slice(at + 1)) {
          if (!shapes.has(one) || !shapes.has(other)) continue;
          const apart = await distance(shapes.get(one), shapes.get(other));
          t.diagnostic(`${one} and ${other}: ${Math.round(apart * 100)} % of the drawn pixels differ`);
          if (apart < APART) faults.push(`${one} and ${other} look alike: ${apart.toFixed(2)}`);
        }
      }
      return faults;
    });
  }

  claim("in forced colours every chart keeps its text readable and its bars drawn", () =>
    faultsOf(pages, { forcedColors: "active", colorScheme: "dark" }, (window) =>
      window.evaluate(() => {
        const faults = [];
        const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0);
        const ground = light(getComputedStyle(document.body).backgroundColor);
        for (const element of document.querySelectorAll(".chart text, .chart .chart-bar, .chart .chart-target")) {
          const { fill, stroke } = getComputedStyle(element);
          const colours = [fill, ...(element.localName === "text" ? [] : [stroke])].filter((colour) => colour.startsWith("rgb"));
          if (!colours.some((colour) => Math.abs(light(colour) - ground) > 200)) faults.push(`${element.getAttribute("class")} is lost: ${colours}`);
        }
        return faults;
      }),
    ),
  );
}
