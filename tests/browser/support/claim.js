// A claim: a test that holds when no fault is found, and that lists all faults when it does not.

import assert from "node:assert/strict";
import { test } from "node:test";

const SHOWN = 40;

// `find(t)` returns the faults.
export function claim(name, find) {
  test(name, { timeout: 300_000 }, async (t) => {
    const faults = await find(t);
    const more = faults.length > SHOWN ? `\n  … and ${faults.length - SHOWN} more` : "";
    assert.ok(faults.length === 0, `${faults.length} faults:\n  ${faults.slice(0, SHOWN).join("\n  ")}${more}`);
  });
}
