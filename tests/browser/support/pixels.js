// Pictures of a part of a page, as pixels. The browser itself decodes them: no library for that is needed.

import { openWindow } from "./browser.js";

let decoder;

// The pixels that `options` (a clip) or a locator shows.
export async function pictureOf(target, options = {}) {
  const png = await target.screenshot({ animations: "disabled", ...options });
  decoder ??= await openWindow();
  return decoder.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" });
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const grey = [];
    const rgb = [];
    for (let at = 0; at < data.length; at += 4) {
      rgb.push((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      grey.push(Math.round(0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]));
    }
    return { width: bitmap.width, height: bitmap.height, rgb, grey };
  }, png.toString("base64"));
}

// The share of pixels that differ between two pictures of the same place.
export function differing(one, other) {
  const count = Math.max(one.rgb.length, other.rgb.length);
  let different = 0;
  for (let at = 0; at < count; at++) if (one.rgb[at] !== other.rgb[at]) different++;
  return different / count;
}

// The drawn shape: which pixels stand out from the ground by at least half of the strongest contrast.
export function shape({ width, height, grey }) {
  const ground = grey[0];
  const strongest = Math.max(...grey.map((value) => Math.abs(value - ground)));
  const drawn = (x, y) => x < width && y < height && Math.abs(grey[y * width + x] - ground) * 2 > strongest;
  return { width, height, strongest, drawn };
}

// How far two shapes are from each other: pixels drawn in one only, as a share of those drawn in either.
export function distance(one, other) {
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
}
