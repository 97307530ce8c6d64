// The log: one JSON line per happening, without personal data; errors lose what their texts may quote.
import pino from "pino";
import { env } from "./env.ts";

const NEVER = [
  "password",
  "token",
  "secret",
  "cookie",
  "authorization",
  "idNo",
  "phone",
  "name",
  "displayName",
];

/** Database and parser errors quote the values they refuse; names of code are kept, values are not. */
export function withoutValues(text: string): string {
  return text
    .split("\n", 1)[0]!
    .replace(/(["'`])(.*?)\1/g, (whole, _quote, inner) =>
      /^[\w.$#/-]{1,60}$/.test(inner) && !/\d{5}/.test(inner) ? whole : '"…"',
    )
    .replace(/\p{Script=Han}+/gu, "…")
    .replace(/\d{5,}/g, "…")
    .slice(0, 300);
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, digest } = error as Record<string, unknown> & Error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: withoutValues(error.message),
    code,
    constraint,
    table,
    digest, // what Next shows to the reader
    stack: frames.slice(0, 12).join("\n"),
  };
}

const destination = pino.destination({ dest: env.LOG_FILE ?? 1, mkdir: true, sync: true });

export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "…" },
    serializers: { err: describeError, error: describeError },
  },
  destination,
);

export type Log = typeof log;
