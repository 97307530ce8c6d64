// Stops what was started, last first: once on the first signal, at once on a second one.
import { constants } from "node:os";
import { say } from "./say.ts";

const closers: { name: string; close: () => Promise<unknown> }[] = [];
let stopping: Promise<void> | null = null;
let signalledAt = 0;

// A terminal signals the whole group and npm passes its own copy on: both are one wish.
const ONE_WISH_MS = 1500;

export const isStopping = () => stopping !== null;

export function onStop(name: string, close: () => Promise<unknown>) {
  closers.push({ name, close });
}

export function listenForSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => heed(signal));
}

function heed(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
  const first = signalledAt === 0;
  if (first) signalledAt = Date.now();
  else if (Date.now() - signalledAt > ONE_WISH_MS) process.exit(128 + constants.signals[signal]);
  if (!first) return;
  say("正在停止：等待进行中的请求完成(再按一次 Ctrl+C 立即停止)…");
  stop(0);
}

export async function stop(code: number): Promise<void> {
  stopping ??= closeAll().then(() => {
    if (signalledAt > 0) say("已停止。");
    process.exit(code);
  });
  return stopping;
}

async function closeAll() {
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    try {
      await closer.close();
    } catch (problem) {
      say(`停止${closer.name}时出错：${problem instanceof Error ? problem.message : problem}`);
    }
  }
}
