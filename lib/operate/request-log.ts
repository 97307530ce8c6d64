// One line per request, with neither query strings nor anything else that could name a person.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "#lib/platform/log.ts";
import { count } from "#lib/platform/tally.ts";
import { isStatic, pathOf } from "./request-rules.ts";

const isProbe = (path: string) => path === "/live" || path === "/ready";

/** Tokens travel in paths now and then; they are longer than ids, and names are not in plain letters. */
export const withoutTokens = (path: string) =>
  path
    .split("/")
    .map((part) => (part.length > 36 || /[^\w.~-]/.test(part) ? ":hidden" : part))
    .join("/");

export function writeDown(log: Log, request: IncomingMessage, response: ServerResponse) {
  const began = performance.now();
  const path = pathOf(request);
  response.once("close", () => {
    const line = {
      id: response.getHeader("x-request-id"),
      method: request.method,
      path: withoutTokens(path),
      status: response.statusCode,
      ms: Math.round(performance.now() - began),
    };
    if (line.status >= 500 && !isProbe(path)) count(line.status === 503 ? "turnedAway" : "errors");
    if (isStatic(path) || isProbe(path)) log.debug(line, "request");
    else log.info(line, "request");
  });
}
