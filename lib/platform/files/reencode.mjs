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
  const head = { width: info.width, height: info.height, picture: data.length, preview: preview.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), data, preview]);
}

try {
  const answer = await reencode(readFileSync(0));
  for (let at = 0; at < answer.length; ) at += writeSync(1, answer, at);
} catch (problem) {
  process.exit(/pixel limit/i.test(String(problem)) ? TOO_MANY_PIXELS : BROKEN);
}
