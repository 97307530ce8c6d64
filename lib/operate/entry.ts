// The one door for HTTP: it decides what reaches the application, under which name and nonce, and drains when we stop.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "#lib/platform/log.ts";
import { watched } from "#lib/platform/overload.ts";
import { admission } from "./admission.ts";
import { callerOf, introduce, trustedProxies } from "./caller.ts";
import { writeDown } from "./request-log.ts";
import {
  isIcon,
  isReadPast,
  isStatic,
  isStoredFile,
  isUpload,
  ownOrigin,
  pathOf,
  type Refusal,
  refuseForeign,
  refuseShape,
  sendToOrigin,
} from "./request-rules.ts";
import { forbidStoring, setFilePolicy, setFixedHeaders, setPolicy } from "./security-headers.ts";
import { asksWithoutSheet, putSheetInside } from "./sheet-inside.ts";

export type Application = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Null when all is well, else what is not. */
  ready: () => Promise<string | null>;
};

export type EntryOptions = {
  log: Log;
  /** How browsers address us; without it (demo) the Host header tells. */
  origin?: string;
  /** Where sign-in forms may lead, besides us. */
  identityOrigin?: string;
  proxies?: string[];
  dev?: boolean;
  limits?: { pages: number; uploads: number };
  graceMs?: number;
};

export type Entry = {
  server: http.Server;
  /** Until then every page says that we are starting. */
  open: (application: Application) => void;
  /** Lets what is inside finish, refuses the rest, closes. */
  drain: () => Promise<void>;
};

const BODY_WITHIN_MS = 120_000;
const PAST_WITHIN_MS = 20_000;
const LINGER_MS = 300; // kept connections hear "close" before they are cut

export function createEntry(options: EntryOptions): Entry {
  const { log, origin, dev = false, graceMs = 25_000 } = options;
  const proxies = trustedProxies(options.proxies ?? []);
  const headers = {
    secure: origin?.startsWith("https:") ?? false,
    dev,
    identityOrigin: options.identityOrigin,
  };
  const door = admission(options.limits ?? { pages: 64, uploads: 8 });
  let application: Application | null = null;
  let draining = false;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = pathOf(request);
    setFixedHeaders(response, headers);
    if (!isStatic(path) && !isIcon(path)) forbidStoring(response);
    if (path === "/live") return say(response, { status: 200, text: "ok" });
    if (path === "/ready") return say(response, await readiness());

    const caller = callerOf(request, proxies);
    if (!application || (draining && !caller.inner)) return say(response, comeBack(draining));
    const own = ownOrigin(caller, origin);
    if (!own) return say(response, { status: 400, text: "主机名不正确" });
    const refusal =
      refuseShape(request, path) ?? sendToOrigin(request, caller, own) ?? refuseForeign(request, own);
    if (refusal?.status === 413 && isReadPast(request)) return sayAndReadPast(request, response, refusal);
    if (refusal) return say(response, refusal);
    const counted = !isStatic(path) && !caller.inner && !dev;
    if (counted && !door.enter(response, isUpload(path))) return say(response, BUSY);

    introduce(request, response, caller, own);
    if (isStoredFile(path)) setFilePolicy(response);
    else if (!isStatic(path)) setPolicy(request, response, headers);
    if (!isUpload(path)) limitSlowBody(request);
    if (!dev && !caller.inner && asksWithoutSheet(request)) putSheetInside(request, response, headers);
    const { handle } = application;
    await watched((asked) => {
      sayWhenFull(response, asked);
      return handle(request, response);
    });
  }

  async function readiness(): Promise<Refusal> {
    const problem = draining ? "draining" : application ? await application.ready() : "starting";
    if (!problem) return { status: 200, text: "ok" };
    return { status: 503, text: problem, headers: { connection: "close" } };
  }

  const server = http.createServer(
    { headersTimeout: 15_000, requestTimeout: 900_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    (request, response) => {
      writeDown(log, request, response);
      answer(request, response).catch((error) => {
        log.error({ err: error, id: response.getHeader("x-request-id") }, "request failed");
        if (response.headersSent) response.destroy();
        else say(response, { status: 500, text: "系统出错，请稍后再试" });
      });
    },
  );
  // Only the development server speaks WebSocket, and Next listens for it by itself there.
  if (!dev) server.on("upgrade", (_request, socket) => socket.destroy());

  return {
    server,
    open: (opened) => {
      application = opened;
    },
    drain: async () => {
      if (draining) return;
      draining = true;
      await Promise.race([door.empty(), sleep(graceMs, null, { ref: false })]);
      await sleep(LINGER_MS);
      server.close();
      server.closeAllConnections();
    },
  };
}

const BUSY: Refusal = { status: 503, text: "系统繁忙，请稍后再试", headers: { "retry-after": "3" } };

const comeBack = (draining: boolean): Refusal => ({
  status: 503,
  text: draining ? "系统正在重启，请稍后再试" : "系统正在启动，请稍候",
  headers: { "retry-after": "5", connection: "close" },
});

/** A page that found no room at the database fails as any other would; to whoever asked it is a matter of seconds. */
function sayWhenFull(response: ServerResponse, asked: { readonly noRoom: boolean }) {
  const head = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || !asked.noRoom) return head(status, ...rest);
    response.setHeader("retry-after", "3");
    return head(503, ...rest);
  }) as typeof response.writeHead;
}

function say(response: ServerResponse, { status, text, headers = {} }: Refusal) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
  response.end(text);
}

/** The answer at once and whole, the end of the connection only when the other side has sent what it had to send. */
function sayAndReadPast(request: IncomingMessage, response: ServerResponse, refusal: Refusal) {
  const { status, text, headers = {} } = refusal;
  const body = Buffer.from(text);
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    ...headers,
  });
  response.write(body);
  const timer = setTimeout(() => response.end(), PAST_WITHIN_MS);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => response.end());
  request.resume();
}

function limitSlowBody(request: IncomingMessage) {
  const timer = setTimeout(() => request.complete || request.destroy(), BODY_WITHIN_MS);
  request.once("close", () => clearTimeout(timer));
}
