// nginx, serving the site below a sub-path under a strict content-security policy, as a careful city would.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { folder } from "./site.js";

const BELOW = "/a/b/";
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'";

let nginx;
let origin;

export const address = (path) => `${origin}${BELOW}${path}`;
export const isOurs = (url) => url.startsWith(`${origin}${BELOW}`);
// A browser may ask for the icon of the host; that is the city's, not the report's.
export const isHostIcon = (url) => url === `${origin}/favicon.ico`;

export async function start() {
  const work = join(process.env.AYUMI_WORK, "nginx");
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const configuration = join(work, "nginx.conf");
  writeFileSync(
    configuration,
    `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${work}/nginx.pid;
error_log ${work}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  absolute_redirect off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${work}/${kind};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    add_header Content-Security-Policy "${POLICY}" always;
    add_header X-Content-Type-Options nosniff always;
    location = /favicon.ico { return 204; }
    location / { return 404; }
    location ${BELOW} { alias ${folder}/; }
  }
}
`,
  );
  nginx = spawn("/usr/sbin/nginx", ["-c", configuration, "-p", work], { stdio: ["ignore", "inherit", "inherit"] });
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(address("index.html")).catch(() => null);
    if (answer?.ok) {
      if (answer.headers.get("content-security-policy") !== POLICY) throw new Error("nginx sends no policy");
      return;
    }
    if (attempt === 50) throw new Error(`nginx does not answer with index.html (${answer?.status}); see ${work}/error.log`);
    await sleep(100);
  }
}

export async function stop() {
  if (nginx.exitCode !== null) return;
  nginx.kill("SIGQUIT");
  await once(nginx, "exit");
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}
