// Nothing is asked of another host, nothing is refused by the policy, nothing needs a script.

import { faultsOf } from "../support/browser.js";
import { claim } from "../support/claim.js";
import { address, isHostIcon, isOurs } from "../support/server.js";
import { onDisk, pages, served } from "../support/site.js";

export default function selfContained() {
  claim("from the server, below a sub-path: no console message, no blocked or foreign request", () =>
    watched(served, address, (url) => isOurs(url) || isHostIcon(url)),
  );

  claim("from the disk: no console message, no foreign request, styles applied", () =>
    watched(pages, onDisk, (url) => url.startsWith("file:")),
  );

  claim("with scripts switched off nothing is lost", async () => {
    const read = (window) => window.locator("body").innerText();
    const texts = new Map();
    // One way through the pages with scripts, and one without; from disk, where no policy stops a script.
    await faultsOf(pages, { at: onDisk }, async (window, path) => (texts.set(path, await read(window)), []));
    return faultsOf(pages, { at: onDisk, javaScriptEnabled: false }, async (window, path) =>
      (await read(window)) === texts.get(path) ? [] : ["the text differs"],
    );
  });
}

// Opens the pages with an ear on everything they ask for and complain of.
function watched(paths, at, isAllowed) {
  const heard = new WeakMap();
  return faultsOf(paths, { at: () => "about:blank" }, async (window, path) => {
    if (!heard.has(window)) {
      heard.set(window, []);
      window.on("console", (message) => heard.get(window).push(`console: ${message.text()}`));
      window.on("pageerror", (error) => heard.get(window).push(`error: ${error.message}`));
      window.on("request", (request) => isAllowed(request.url()) || heard.get(window).push(`asks for ${request.url()}`));
      window.on("requestfailed", (request) => heard.get(window).push(`does not get ${request.url()}`));
      window.on("response", (response) => {
        if (response.status() >= 400) heard.get(window).push(`${response.status()} for ${response.url()}`);
      });
    }
    heard.set(window, []);
    await window.goto(at(path), { waitUntil: "load" });
    await window.waitForTimeout(50);
    const isStyled = await window.evaluate(() => getComputedStyle(document.body).lineHeight === "27.2px");
    return [...heard.get(window), ...(isStyled ? [] : ["the stylesheet is not applied"])];
  });
}
