// Keeps one worker process alive, with growing pauses when it keeps dying.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Log } from "#lib/platform/log.ts";
import { root } from "./root.ts";
import { isStopping } from "./shutdown.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const STEADY_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

export type KeptWorker = { stop: () => Promise<void> };

export function keepWorker(log: Log): KeptWorker {
  let child: ChildProcess;
  let pause = FIRST_PAUSE_MS;
  let again: NodeJS.Timeout | undefined;
  let stopping = false;

  function begin() {
    const began = Date.now();
    child = fork(path.join(root, "lib/operate/worker.ts"), { cwd: root, execArgv: ["--import", "tsx"] });
    child.once("exit", (code, signal) => {
      if (stopping || isStopping()) return; // a service manager signals every process at once
      if (Date.now() - began > STEADY_AFTER_MS) pause = FIRST_PAUSE_MS;
      log.error({ code, signal, pause }, "worker died, starting it again");
      again = setTimeout(begin, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  }
  begin();

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(again);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(force);
    },
  };
}
