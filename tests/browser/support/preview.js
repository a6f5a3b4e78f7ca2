// The preview at work on a copy of the example's sources, as an officer has it: a folder, a command, files that are saved.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const EXAMPLE = fileURLToPath(new URL("../../../content", import.meta.url));
const program = process.env.AYUMI_PROGRAM;
if (!program) throw new Error("AYUMI_PROGRAM names no program; start tests/browser/run");

export class Preview {
  // What it says at the terminal.
  said = "";

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "ayumi-preview-"));
    cpSync(EXAMPLE, this.folder, { recursive: true });
  }

  static async start(...options) {
    const preview = new Preview();
    await preview.begin(...options);
    return preview;
  }

  async begin(...options) {
    this.process = spawn(program, ["preview", "--content", this.folder, ...options], { stdio: ["ignore", "pipe", "pipe"] });
    this.process.stderr.on("data", (text) => (this.said += text));
    for await (const line of createInterface({ input: this.process.stdout })) {
      this.origin = line.match(/http:\/\/localhost:\d+\//)?.[0];
      if (this.origin) return;
    }
    throw new Error(`the preview did not begin: ${this.said}`);
  }

  get port() {
    return new URL(this.origin).port;
  }

  address(path) {
    return this.origin + path;
  }

  read(name) {
    return readFileSync(join(this.folder, name), "utf8");
  }

  // Saves a file; the time at which the write began, by the clock that the browser has too.
  save(name, text) {
    const start = Date.now();
    writeFileSync(join(this.folder, name), text);
    return start;
  }

  // Resident memory in MiB, as Linux tells it.
  memory() {
    const pages = Number(readFileSync(`/proc/${this.process.pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4096) / 2 ** 20;
  }

  // Waits until a page as served has a text.
  async serves(path, text) {
    for (const limit = Date.now() + 20_000; Date.now() < limit; ) {
      const answer = await fetch(this.address(path));
      if ((await answer.text()).includes(text)) return;
    }
    throw new Error(`${path} never says ${text}`);
  }

  async end() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill("SIGINT");
    await once(this.process, "exit");
  }

  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
