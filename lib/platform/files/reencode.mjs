// A process of its own for every picture from outside: it knows no secret, reads the picture from its standard input, and writes
// it anew without anything that is not picture (position, camera, comments). It is killed when it takes too long or too much.
import { readFileSync, writeSync } from "node:fs";
import sharp from "sharp";

const LONGEST_SIDE = 1600;
const PREVIEW_SIDE = 320;
const MOST_PIXELS = 60_000_000; // phones of today make up to 50 million
const [BROKEN, TOO_MANY_PIXELS] = [2, 3];

sharp.concurrency(1);
sharp.cache(false);
// Whatever its first bytes say, no other decoder is started.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

const within = (side) => ({ width: side, height: side, fit: "inside", withoutEnlargement: true });

async function reencode(given) {
  const { data, info } = await sharp(given, {
    failOn: "error",
    limitInputPixels: MOST_PIXELS,
    animated: false,
  })
    .rotate()
    .resize(within(LONGEST_SIDE))
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  const preview = await sharp(data).resize(within(PREVIEW_SIDE)).jpeg({ quality: 70 }).toBuffer();
  const look = await lookOf(data);
  const head = {
    width: info.width,
    height: info.height,
    picture: data.length,
    preview: preview.length,
    look,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), data, preview]);
}

/** Coarsely: of 9 × 8 gray fields, whether each is brighter than the one to its right. Saved anew or smaller it stays nearly the same. */
async function lookOf(picture) {
  const gray = await sharp(picture).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
  let look = 0n;
  for (let y = 0; y < 8; y += 1)
    for (let x = 0; x < 8; x += 1) look = (look << 1n) | (gray[y * 9 + x] > gray[y * 9 + x + 1] ? 1n : 0n);
  return look.toString(16).padStart(16, "0");
}

try {
  const answer = await reencode(readFileSync(0));
  for (let at = 0; at < answer.length; ) at += writeSync(1, answer, at);
} catch (problem) {
  process.exit(/pixel limit/i.test(String(problem)) ? TOO_MANY_PIXELS : BROKEN);
}
