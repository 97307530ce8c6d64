/** PDF of a document of ours, made by a browser on this server where there is one (decisions 10): without network or scripts, one at a time. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { env } from "./env.ts";
import { busy } from "./problem.ts";

/** The browser that prints, or null: then people print in their own. */
export const pdfBrowser = (): string | null => {
  const named = env.CHROMIUM_PATH;
  return named && existsSync(named) ? named : null;
};

const WITHIN_MS = 60_000;
const MOST_WAITING = 3;
const PREFIX = "pdf-";
/** A browser takes some hundred megabytes: on a machine as small as ours there is never more than one. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The document is written when its turn has come, so that a print refused has looked nothing up. Throws "busy" when several wait already; fails when the browser ends without a file or takes longer than a minute. */
export async function pdfOf(browser: string, write: () => Promise<string>): Promise<Buffer> {
  if (waiting >= MOST_WAITING) throw busy();
  waiting++;
  const made = last.then(async () => print(browser, await write())).finally(() => waiting--);
  last = made.catch(() => undefined);
  return made;
}

async function print(browser: string, html: string): Promise<Buffer> {
  await forgetOld();
  // Only we may look into it, and it is gone with the print.
  const folder = await mkdtemp(path.join(env.DATA_DIR, PREFIX));
  try {
    const [page, file] = [path.join(folder, "page.html"), path.join(folder, "page.pdf")];
    await writeFile(page, html);
    await run(browser, folder, [
      "--headless",
      `--print-to-pdf=${file}`,
      "--no-pdf-header-footer",
      `--user-data-dir=${path.join(folder, "browser")}`,
      ...["--no-first-run", "--disable-gpu", "--disable-sync", "--disable-extensions"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // Its sandbox wants a user of its own; what it reads is ours, without scripts.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      pathToFileURL(page).href,
    ]);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** What an earlier print left behind when the server fell in the middle of it. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(env.DATA_DIR)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(env.DATA_DIR, name);
    const about = await stat(folder).catch(() => null);
    if (about && about.mtimeMs < Date.now() - 10 * WITHIN_MS)
      await rm(folder, { recursive: true, force: true });
  }
}

function run(browser: string, home: string, words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { NODE_ENV, PATH, LD_LIBRARY_PATH, FONTCONFIG_FILE, FONTCONFIG_PATH } = env;
    const found = { PATH, LD_LIBRARY_PATH, FONTCONFIG_FILE, FONTCONFIG_PATH };
    const child = spawn(browser, words, {
      env: { NODE_ENV, ...found, HOME: home, LANG: "zh_CN.UTF-8" },
      cwd: home,
      stdio: "ignore",
      detached: true,
    });
    const late = setTimeout(() => stop(child.pid), WITHIN_MS);
    child.once("error", (error) => done(error));
    child.once("exit", (code, signal) =>
      done(code === 0 ? null : new Error(`the browser ended with ${signal ?? `code ${code}`}`)),
    );
    function done(error: Error | null) {
      clearTimeout(late);
      if (error) reject(error);
      else resolve();
    }
  });
}

/** The browser with all its processes. */
function stop(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
