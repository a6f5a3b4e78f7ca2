// A claim: a test that holds when no fault is found, and that lists all faults when it does not.

import { test } from "node:test";

const SHOWN = 40;

// `find(t)` returns the faults.
export function claim(name, find) {
  test(name, { timeout: 600_000 }, async (t) => {
    const faults = await find(t);
    const more = faults.length > SHOWN ? `\n  … and ${faults.length - SHOWN} more` : "";
    if (faults.length === 0) return;
    const failure = new Error(`${faults.length} faults:\n  ${faults.slice(0, SHOWN).join("\n  ")}${more}`);
    // Where this file throws is no news.
    failure.stack = failure.message;
    throw failure;
  });
}
