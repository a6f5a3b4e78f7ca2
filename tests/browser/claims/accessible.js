// What a machine can tell of WCAG 2.2 AA.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { faultsOf, unfold } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { pages } from "../support/site.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const TEXT = 4.5;
const MARK = 3;

export default function accessible() {
  // The dark page is the same page in other colours: there the rules of colour are asked again.
  const schemes = [
    ["light", "axe finds no violation of WCAG 2.2 AA or of best practice, nor is a colour that it cannot see too weak", TAGS],
    ["dark", "in dark mode no colour is too weak", ["cat.color"]],
  ];
  for (const [colorScheme, name, tags] of schemes) {
    claim(name, async (t) => {
      const unsure = new Map();
      const faults = await faultsOf(pages, { colorScheme }, async (window) => {
        await unfold(window);
        await window.evaluate(AXE);
        const { violations, incomplete } = await window.evaluate(axeRun, tags);
        for (const rule of incomplete) unsure.set(rule, (unsure.get(rule) ?? 0) + 1);
        return [...violations, ...(await window.evaluate(contrasts, { TEXT, MARK }))];
      });
      for (const [rule, count] of unsure) t.diagnostic(`left to a person: ${rule} on ${count} pages`);
      return faults;
    });
  }
}

// Runs in the page. Every rule of the tags, those that are off by default as well.
async function axeRun(tags) {
  const wanted = globalThis.axe.getRules(tags).filter((rule) => !rule.tags.some((tag) => /^wcag\d*aaa$|experimental|deprecated/.test(tag)));
  const rules = Object.fromEntries(wanted.map(({ ruleId }) => [ruleId, { enabled: true }]));
  const found = await globalThis.axe.run(document, { runOnly: { type: "rule", values: Object.keys(rules) }, rules });
  return {
    violations: found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? rule.help}`)),
    incomplete: found.incomplete.map((rule) => rule.id),
  };
}

// Runs in the page: visited links, the marks of ratings, and the letters and marks of charts.
function contrasts({ TEXT, MARK }) {
  const probe = document.body.appendChild(document.createElement("i"));
  const resolved = (colour) => {
    probe.style.color = "";
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((channel) => {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const token = (name) => resolved(getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/^rgba.* 0\)$/.test(colour)) return colour;
    }
    return token("--ground");
  };
  const faults = [];
  const expect = (what, colour, behind, least) => {
    const has = ratio(colour, behind);
    if (has < least) faults.push(`${what}: ${colour} on ${behind} has ${has.toFixed(2)}, not ${least}`);
  };
  for (const behind of ["--ground", "--panel", "--head"]) {
    expect(`visited on ${behind}`, token("--visited"), token(behind), TEXT);
    expect(`link on ${behind}`, token("--link"), token(behind), TEXT);
  }
  for (const mark of ["--on-track", "--unchanged", "--delayed", "--line", "--key"]) {
    expect(mark, token(mark), token("--ground"), MARK);
  }
  for (const element of document.querySelectorAll("svg text, svg tspan")) {
    expect(`text ${element.getAttribute("class")}`, getComputedStyle(element).fill, ground(element), TEXT);
  }
  const marks = ".chart-bar, .chart-target, .chart-axis, .chart-missing, .chart-done, .chart-expected, .chart-range";
  for (const element of document.querySelectorAll(marks)) {
    const { fill, stroke } = getComputedStyle(element);
    const best = [fill, stroke].filter((colour) => /^rgb/.test(colour)).sort((a, b) => ratio(b, ground(element)) - ratio(a, ground(element)))[0];
    if (best) expect(`mark ${element.getAttribute("class")}`, best, ground(element), MARK);
  }
  probe.remove();
  return faults;
}
