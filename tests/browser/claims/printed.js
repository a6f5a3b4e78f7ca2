// On paper: nothing missing, nothing wider than the sheet.

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { faultsOf, openWindow } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address } from "../support/server.js";
import { onDisk, pages, standalone } from "../support/site.js";

const run = promisify(execFile);

// A4, less the margins that the stylesheet gives it (17 mm at either side), in CSS pixels.
const CONTENT_WIDTH = Math.floor(((210 - 2 * 17) / 25.4) * 96);
// The part of the sheet that is not margin, in points, for the reading of the text.
const POINTS = 72 / 25.4;
// The first words of a block's fields.
const LABELS = ["主な取組と成果", "課題", "今後の展開", "主な事業"];
const CONTENT = { x: 17, y: 18, W: 176, H: 262 };

export default function printed() {
  claim("no table, chart or line is wider than the sheet, on any page", () =>
    faultsOf(pages, { viewport: { width: CONTENT_WIDTH, height: 990 } }, async (window) => {
      await window.emulateMedia({ media: "print" });
      return window.evaluate((width) => {
        const faults = [];
        // Parts of what is too wide are not told again.
        let told = null;
        for (const element of document.querySelectorAll("main *")) {
          if (told?.contains(element)) continue;
          if (element.closest(".visually-hidden, defs, title, desc")) continue;
          const box = element.getBoundingClientRect();
          if (box.width > 0 && (box.right > width + 0.5 || box.left < -0.5)) {
            told = element;
            faults.push(`${element.localName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 20)}” reaches ${Math.round(box.right)} of ${width}`);
          }
        }
        return faults;
      }, CONTENT_WIDTH);
    }),
  );

  const wholes = [
    ...pages.filter((path) => path.endsWith("/report.html")).map((path) => [path, address]),
    ...standalone.map((path) => [path, onDisk]),
  ];
  for (const [path, at] of wholes) {
    claim(`the PDF of ${path} has every KPI row, block and figure, and its title and number on every sheet`, async (t) => {
      const window = await openWindow();
      await window.goto(at(path));
      await window.emulateMedia({ media: "print" });
      const { title: marginTitle, readings, ...wanted } = await window.evaluate(printedParts);
      await window.emulateMedia({ media: null });
      const pdf = join(process.env.AYUMI_WORK, "report.pdf");
      writeFileSync(pdf, await window.pdf({ preferCSSPageSize: true }));
      // A reading above its word stands in the middle of a line's text: the text is read from a print without readings.
      const plainPdf = join(process.env.AYUMI_WORK, "report-without-readings.pdf");
      await window.evaluate(hideReadings);
      writeFileSync(plainPdf, await window.pdf({ preferCSSPageSize: true }));
      await window.context().close();

      const size = (await run("pdfinfo", [pdf])).stdout;
      const sheets = Number(/Pages:\s+(\d+)/.exec(size)[1]);
      t.diagnostic(`${sheets} sheets; ${Object.entries(wanted).map(([kind, list]) => `${list.length} ${kind}`).join(", ")}`);
      const faults = /Page size:\s+59[45]\.\d+ x 84[12]/.test(size) ? [] : ["the sheet is not A4"];

      const crop = Object.entries(CONTENT).flatMap(([side, mm]) => [`-${side}`, `${Math.round(mm * POINTS)}`]);
      const sheetsOf = async (file) => (await run("pdftotext", ["-raw", ...crop, file, "-"], { maxBuffer: 64 << 20 })).stdout.split("\f");
      const bodies = await sheetsOf(pdf);
      const withoutReadings = await sheetsOf(plainPdf);
      // A department's name that is printed again may stand in the middle of a paragraph: read with it and without.
      const names = new Set(wanted.blocks.map(([name]) => plain(name)));
      const withoutName = (sheet) => {
        const lines = sheet.split("\n").filter((line) => plain(line));
        return lines.slice(names.has(plain(lines[0] ?? "")) ? 1 : 0).join("");
      };
      const body = plain(withoutReadings.join("")) + plain(withoutReadings.map(withoutName).join(""));
      const withReadings = plain(bodies.join(""));
      for (const reading of readings.filter((reading) => !withReadings.includes(plain(reading)))) faults.push(`the reading ${reading} is not in the PDF`);
      for (const [kind, list] of Object.entries(wanted)) {
        for (const parts of list) {
          const lost = parts.filter((part) => !body.includes(plain(part)));
          if (lost.length) faults.push(`${kind} “${parts[0].slice(0, 30)}”: not in the PDF: ${lost.map((part) => part.slice(0, 60)).join(" | ")}`);
        }
      }
      // A sheet on which a block goes on begins with the department's name, not in the middle of its text.
      const inBlocks = wanted.blocks.flatMap(([, ...below]) => below.map(plain));
      const isInside = (line) => inBlocks.some((text) => text.includes(line) || LABELS.some((label) => line.startsWith(label)));
      let continued = 0;
      for (const [at, sheet] of bodies.entries()) {
        const first = plain(sheet.split("\n").find((line) => plain(line)) ?? "");
        if (names.has(plain(sheet.trimEnd().split("\n").at(-1)))) faults.push(`sheet ${at + 1} ends with a department's name alone`);
        if (names.has(first)) continued++;
        else if (at > 0 && first && isInside(first)) faults.push(`sheet ${at + 1} goes on with “${first.slice(0, 30)}” without the department's name`);
      }
      t.diagnostic(`${continued} sheets begin with a department's name`);

      for (const count of ["KPI rows", "blocks", "figures"]) if (wanted[count].length === 0) faults.push(`no ${count} found`);

      const texts = (await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 64 << 20 })).stdout.split("\f").slice(0, sheets);
      const title = plain(marginTitle);
      for (const [at, sheet] of texts.entries()) {
        const lines = sheet.split("\n").map(plain).filter(Boolean);
        if (at === 0) {
          if (lines.at(-1) === "1" || lines[0]?.includes(title)) faults.push("the cover has margins of its own");
        } else if (!lines[0]?.includes(title) || lines.at(-1) !== `${at + 1}`) {
          faults.push(`sheet ${at + 1} begins “${lines[0]}” and ends “${lines.at(-1)}”`);
        }
      }
      return faults;
    });
  }
}

// Text without what a PDF may change: spaces, line ends, compatible forms of a letter.
const plain = (text) => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");

// Runs in the page.
function hideReadings() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("rt, rp { display: none }");
  document.adoptedStyleSheets = [sheet];
}

// Runs in the page, in print: the text that paper must show, part by part.
function printedParts() {
  const shown = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".visually-hidden, title, desc, rp, rt").forEach((hidden) => hidden.remove());
    return copy.textContent.trim();
  };
  const parts = (elements) => [...elements].map(shown).filter(Boolean);
  const each = (selector, list) => [...document.querySelectorAll(selector)].map(list);
  return {
    "KPI rows": each('tr[id^="kpi-"]', (row) => parts(row.cells)),
    blocks: each(".entry", (entry) => parts(entry.querySelectorAll(":scope > :is(h4, h5, h6), dt, dd p, dd li"))),
    figures: each(".chart-figure", (figure) => parts(figure.querySelectorAll("figcaption span, svg text"))),
    tables: each("main table", (table) => parts([...table.querySelectorAll("caption, th, td")].filter((cell) => cell.checkVisibility()))).filter((list) => list.length),
    headings: each("main :is(h1, h2, h3, h4, h5, h6)", (heading) => parts([heading])),
    paragraphs: each("main p", (paragraph) => (paragraph.checkVisibility() ? parts([paragraph]) : [])).filter((list) => list.length),
    readings: [...new Set([...document.querySelectorAll("main rt")].map((reading) => reading.textContent))],
    title: document.querySelector(".site-report").textContent,
  };
}
