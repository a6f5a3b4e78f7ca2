// One Chromium for the whole run, and the way to visit many pages with it, two at a time.

import { chromium } from "playwright-core";

import { address } from "./server.js";
import { isStandalone, onDisk } from "./site.js";

const AT_ONCE = 2;

let chrome;

export async function start() {
  chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--lang=ja",
    ],
  });
}

export const stop = () => chrome?.close();

// A window of its own: nothing kept from another. `options` are those of a browser context.
export async function openWindow(options = {}) {
  const context = await chrome.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 900 }, ...options });
  return context.newPage();
}

// Milliseconds of processor time that all processes of the browser have used so far.
export async function processorTime() {
  const session = await chrome.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

// Where a page is opened when nothing else is said.
export const home = (path) => (isStandalone(path) ? onDisk(path) : address(path));

// Visits every page and collects the faults, each with its page in front. `visit(window, path)` returns a list.
export async function faultsOf(paths, options, visit) {
  const { at = home, ...contextOptions } = options;
  const queue = [...paths.entries()];
  const found = [];
  const worker = async () => {
    const window = await openWindow(contextOptions);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [order, path] = next;
      await window.goto(at(path), { waitUntil: "load" });
      const faults = await visit(window, path);
      found[order] = [...new Set(faults)].map((fault) => `${path}: ${fault}`);
    }
    await window.context().close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found.flat();
}

// Opens every folded part of the page: what is tested must not hide in it.
export const unfold = (window) =>
  window.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));

// One visit of the pages for several claims: loading pages is most of what the proof takes. `visit(window, path)` returns
// an object of lists, by name; what is returned here gives the faults of one name, and visits when first asked.
export function shared(paths, options, visit) {
  let visits;
  const start = async () => {
    const found = {};
    await faultsOf(paths, options, async (window, path) => {
      for (const [name, faults] of Object.entries(await visit(window, path))) {
        (found[name] ??= []).push(...new Set(faults.map((fault) => `${path}: ${fault}`)));
      }
      return [];
    });
    return found;
  };
  return async (name) => {
    const faults = (await (visits ??= start()))[name];
    if (!faults) throw new Error(`no visit looked for ${name}`);
    return faults;
  };
}
