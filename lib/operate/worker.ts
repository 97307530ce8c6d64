// The process of background jobs: a child of the server, so that a heavy import never stops a page; it ends with its parent.
import os from "node:os";
import { log } from "#lib/platform/log.ts";
import { runBackground } from "./background.ts";

const FINISH_WITHIN_MS = 10_000;
const own = log.child({ process: "worker" }) as typeof log;
const abort = new AbortController();

function finish() {
  if (abort.signal.aborted) return;
  abort.abort();
  setTimeout(() => process.exit(0), FINISH_WITHIN_MS).unref();
}

process.on("disconnect", finish); // the server is gone, even by kill -9
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, finish);
process.on("uncaughtException", (err) => {
  own.fatal({ err }, "worker failed");
  process.exit(1);
});
os.setPriority(5); // pages first

await runBackground({ signal: abort.signal, log: own });
process.exit(abort.signal.aborted ? 0 : 1);
