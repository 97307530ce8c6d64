// Libraries print errors with console: there they would stand in full. They go to the log instead, without values.
import { type Log, withoutValues } from "#lib/platform/log.ts";

export function sendLibraryOutputTo(log: Log): void {
  const writer =
    (level: "warn" | "error") =>
    (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const words = parts.filter((part) => typeof part === "string").join(" ");
      log[level]({ err }, withoutValues(words) || "library output");
    };
  Object.assign(globalThis.console, { error: writer("error"), warn: writer("warn") });
}
