// Pictures of a part of a page, compared pixel by pixel. The browser itself decodes them: no library for that is needed.

import { openWindow } from "./browser.js";

let decoder;

// A picture of what a clip of the window, or an element, shows.
export async function pictureOf(target, options = {}) {
  return (await target.screenshot({ animations: "disabled", ...options })).toString("base64");
}

// The share of pixels that differ between two pictures of the same place.
export const differing = (one, other) => inDecoder("differing", one, other);

// How far the drawn shapes of two pictures are from each other: pixels drawn in one only, as a share of those drawn in either.
export const distance = (one, other) => inDecoder("distance", one, other);

// How many steps of grey (of 255) the strongest pixel stands out from its ground.
export const contrast = (one) => inDecoder("contrast", one, one);

async function inDecoder(what, one, other) {
  if (!decoder) {
    decoder = await openWindow();
    await decoder.evaluate(tools);
  }
  return decoder.evaluate(([what, one, other]) => globalThis.pixels[what](one, other), [what, one, other]);
}

// Runs in the page.
function tools() {
  const decode = async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" });
    const { width, height } = await createImageBitmap(blob);
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(await createImageBitmap(blob), 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const grey = Float32Array.from({ length: width * height }, (_, at) => 0.2126 * data[4 * at] + 0.7152 * data[4 * at + 1] + 0.0722 * data[4 * at + 2]);
    return { width, height, data, grey };
  };
  const strongest = ({ grey }) => grey.reduce((most, value) => Math.max(most, Math.abs(value - grey[0])), 0);
  // A pixel is drawn when it stands out from the ground by at least half of the strongest contrast.
  const shape = (picture) => {
    const half = strongest(picture) / 2;
    const { width, height, grey } = picture;
    return { width, height, drawn: (x, y) => x < width && y < height && Math.abs(grey[y * width + x] - grey[0]) > half };
  };
  globalThis.pixels = {
    async differing(first, second) {
      const [one, other] = [await decode(first), await decode(second)];
      if (one.data.length !== other.data.length) return 1;
      let different = 0;
      for (let at = 0; at < one.data.length; at += 4) {
        if ([0, 1, 2].some((channel) => one.data[at + channel] !== other.data[at + channel])) different++;
      }
      return different / (one.data.length / 4);
    },
    async distance(first, second) {
      const [one, other] = [shape(await decode(first)), shape(await decode(second))];
      let either = 0;
      let single = 0;
      for (let y = 0; y < Math.max(one.height, other.height); y++) {
        for (let x = 0; x < Math.max(one.width, other.width); x++) {
          const [a, b] = [one.drawn(x, y), other.drawn(x, y)];
          if (a || b) either++;
          if (a !== b) single++;
        }
      }
      return either === 0 ? 0 : single / either;
    },
    contrast: async (first) => strongest(await decode(first)),
  };
}
