/** Hands a picture to a process without secrets, watches its time and memory, and takes back the picture written anew. */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { FileRefused } from "./refused.ts";

export type Picture = { picture: Buffer; preview: Buffer; width: number; height: number; look: string };

const WITHIN_MS = 20_000;
const MEMORY_BYTES = 700 * 1_048_576;
const ANSWER_BYTES = 12 * 1_048_576;
const PAGE = 4096;
const TOO_MANY_PIXELS = 3;

let last: Promise<unknown> = Promise.resolve();

/** One at a time: two cores serve everybody. */
export function reencodePicture(file: string): Promise<Picture> {
  const mine = last.then(() => run(file));
  last = mine.catch(() => undefined);
  return mine;
}

function run(file: string): Promise<Picture> {
  const input = openSync(file, "r");
  // The whole environment of the process: no address of the database, no folder of keys.
  const child = spawn(
    /* turbopackIgnore: true */ process.execPath,
    [path.join(process.cwd(), "lib", "platform", "files", "reencode.mjs")],
    { env: { NODE_ENV: "production" }, cwd: process.cwd(), stdio: [input, "pipe", "ignore"] },
  );
  closeSync(input);
  const parts: Buffer[] = [];
  let size = 0;
  let refusal: FileRefused | null = null;
  const end = (reason: "tooSlow" | "brokenImage" | "tooManyPixels") => {
    refusal ??= new FileRefused(reason);
    child.kill("SIGKILL");
  };
  const clock = setTimeout(() => end("tooSlow"), WITHIN_MS);
  const watch = setInterval(() => memoryOf(child.pid) > MEMORY_BYTES && end("tooManyPixels"), 50);
  child.stdout?.on("data", (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size > ANSWER_BYTES) end("brokenImage");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(clock);
      clearInterval(watch);
      if (refusal) return reject(refusal);
      if (code !== 0)
        return reject(new FileRefused(code === TOO_MANY_PIXELS ? "tooManyPixels" : "brokenImage"));
      resolve(answerOf(Buffer.concat(parts)));
    });
  });
}

function answerOf(bytes: Buffer): Picture {
  const end = bytes.indexOf("\n");
  const head = JSON.parse(bytes.toString("utf8", 0, end));
  const picture = bytes.subarray(end + 1, end + 1 + head.picture);
  const { width, height, look } = head;
  return { picture, preview: bytes.subarray(end + 1 + head.picture), width, height, look };
}

function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE;
  } catch {
    return 0;
  }
}
