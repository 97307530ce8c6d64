// Runs one step of the tests as a child with its own process group: a line of life while it works, and nothing left when we go.
import { spawn } from "node:child_process";

const groups = new Set();
const never = new Promise(() => {});
let closing = false;
const say = (line) => process.stdout.write(`${line}\n`);
const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Starts a child in a group of its own; `stopGroup` ends it with all that it started. */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], ...options });
  child.ended = new Promise((done) => {
    child.once("error", (error) => done({ code: 1, error }));
    child.once("close", (code, signal) => done({ code: code ?? 1, signal }));
  });
  if (child.pid) groups.add(child.pid);
  return child;
}

/** Asks a group to end, insists after the time given, and says whether it went when asked. */
export async function stopGroup(child, patience = 40_000) {
  signal(child.pid, "SIGTERM");
  const ending = await Promise.race([child.ended, pause(patience).then(() => null)]);
  signal(child.pid, "SIGKILL");
  groups.delete(child.pid);
  return ending;
}

/** For a closing process: every group that is still there, asked first and then made to. */
export async function stopEveryGroup(patience = 10_000) {
  closing = true;
  for (const pid of groups) signal(pid, "SIGTERM");
  const until = performance.now() + patience;
  while ([...groups].some((pid) => signal(pid, 0)) && performance.now() < until) await pause(100);
  for (const pid of groups) signal(pid, "SIGKILL");
}

/** Runs a command to its end; its own words are shown only when it fails. */
export async function runStep(name, command, args, options = {}) {
  if (closing) return never;
  const start = performance.now();
  say(`▸ ${name}`);
  const child = startGroup(command, args, options);
  const words = listen(child, options.live);
  const life = setInterval(() => say(`  … ${name}, ${secondsSince(start)}: ${words.last()}`), 20_000);
  const { code, error } = await child.ended;
  clearInterval(life);
  signal(child.pid, "SIGKILL");
  groups.delete(child.pid);
  if (closing) return never; // cut short by us: neither passed nor failed
  const ok = code === 0;
  if (!ok) say(words.all() + (error ? `\n${error.message}` : ""));
  say(`${ok ? "✓" : "✗"} ${name} (${secondsSince(start)})`);
  return { ok, code, text: words.text() };
}

function listen(child, live) {
  let text = "";
  const hear = (chunk) => {
    text = (text + chunk).slice(-400_000);
    if (live) process.stdout.write(chunk);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return {
    text: () => text,
    all: () => (live ? "" : text.trimEnd()),
    last: () => text.trimEnd().split("\n").at(-1)?.slice(0, 120) ?? "",
  };
}

function signal(pid, name) {
  try {
    process.kill(-pid, name);
    return true;
  } catch {
    return false; // the group is already gone
  }
}
