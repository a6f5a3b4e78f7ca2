// What a visitor, an accessibility officer and a web server would find wrong with the built site: each claim is a test
// over all its pages, and its failure lists every page and place where the claim does not hold.

import { after, before, describe } from "node:test";

import accessible from "./claims/accessible.js";
import adaptable from "./claims/adaptable.js";
import fast from "./claims/fast.js";
import keyboard from "./claims/keyboard.js";
import legible from "./claims/legible.js";
import markup from "./claims/markup.js";
import printed from "./claims/printed.js";
import selfContained from "./claims/self-contained.js";
import sound from "./claims/sound.js";
import * as browser from "./support/browser.js";
import * as server from "./support/server.js";
import { takePictures } from "./support/pictures.js";

describe("the built site", () => {
  before(async () => {
    await server.start();
    await browser.start();
  });
  after(async () => {
    await browser.stop();
    await server.stop();
  });

  // Time is measured first, while nothing else runs.
  for (const claims of [fast, markup, sound, selfContained, accessible, adaptable, keyboard, legible, printed]) claims();
  if (process.env.AYUMI_SHOTS) takePictures(process.env.AYUMI_SHOTS);
});
