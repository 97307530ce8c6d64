// What the entry refuses before the application sees it: shape, size, and mutations that come from elsewhere.
import type { IncomingMessage } from "node:http";
import type { Caller } from "./caller.ts";

export type Refusal = { status: number; text: string; headers?: Record<string, string> };

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

const BODY_LIMIT = 1_500_000;
const UPLOAD_LIMIT = 60_000_000;

export const pathOf = (request: IncomingMessage) => (request.url ?? "/").split("?", 1)[0]!;
export const isStatic = (path: string) => path.startsWith("/_next/static/");
export const isIcon = (path: string) =>
  /^\/(favicon\.ico|manifest\.webmanifest|(apple-)?icon\d*(\.\w+)?)$/.test(path);
export const isUpload = (path: string) => path === "/api/uploads" || path.startsWith("/api/uploads/");
/** A photo or a paper that somebody uploaded. */
export const isStoredFile = (path: string) => path.startsWith("/api/files/");
export const isRead = (request: IncomingMessage) => READS.has(request.method ?? "");

export function refuseShape(request: IncomingMessage, path: string): Refusal | null {
  if (!METHODS.has(request.method ?? "")) return { status: 405, text: "不支持这种请求方法" };
  // Image optimizers have been the way in more than once: ours is off, and so is its door.
  if (path === "/_next/image") return { status: 404, text: "没有这个页面" };
  return refuseBody(request, path);
}

/** The parser of Node never hands over more than the declared length, so the declaration is enough. */
function refuseBody(request: IncomingMessage, path: string): Refusal | null {
  const close = { connection: "close" };
  if (request.headers["transfer-encoding"]) return { status: 411, text: "请求须注明长度", headers: close };
  const limit = isUpload(path) ? UPLOAD_LIMIT : BODY_LIMIT;
  if (lengthOf(request) <= limit) return null;
  return { status: 413, text: isUpload(path) ? TOO_LARGE_A_FILE : TOO_MUCH_TYPED, headers: close };
}

const megabytes = (limit: number) => `${limit / 1_000_000} MB`;
const TOO_LARGE_A_FILE = `文件太大，没有上传：最多 ${megabytes(UPLOAD_LIMIT)}。请减小后再试。`;
/** Said to somebody whose page works without scripts: with them the form says it before anything is sent. */
const TOO_MUCH_TYPED = `内容太多，没有保存：一次最多 ${megabytes(BODY_LIMIT)}。请用浏览器的“后退”回到刚才的页面，减少内容后再提交；成批的数据请存成 Excel 文件，在“导入”里上传。`;

const lengthOf = (request: IncomingMessage) => Number(request.headers["content-length"] ?? 0);

/** A browser that is cut off while it still sends never shows the answer; what is far too long is cut off all the same. */
export const isReadPast = (request: IncomingMessage) => lengthOf(request) <= READ_PAST;
const READ_PAST = 20_000_000;

/** Browsers name the page that sends a mutation; one that is not ours, or not named at all, is refused. */
export function refuseForeign(request: IncomingMessage, own: string): Refusal | null {
  if (isRead(request)) return null;
  const { origin } = request.headers;
  const ours = origin === undefined ? request.headers["sec-fetch-site"] === "same-origin" : origin === own;
  return ours
    ? null
    : { status: 403, text: "请求不是从本系统的页面发出的，已拒绝。请从本系统页面重新操作。" };
}

/** How this caller may address us: the one configured origin, or in the demo the name that was used. */
export function ownOrigin(caller: Caller, configured: string | undefined): string | null {
  if (configured) return configured;
  const named = `${caller.scheme ?? "http"}://${caller.host}`;
  return /^[\w.:[\]-]+$/.test(caller.host) && URL.canParse(named) ? new URL(named).origin : null;
}

/** A form shown under a wrong name would lose its cookie only after it was filled in: correct the name first. */
export function sendToOrigin(request: IncomingMessage, caller: Caller, own: string): Refusal | null {
  const { protocol, host } = new URL(own);
  const schemeFits = caller.scheme === null || `${caller.scheme}:` === protocol;
  if (caller.inner || (schemeFits && hostOf(protocol, caller.host) === host)) return null;
  const text = `请从 ${own} 访问`;
  if (!isRead(request)) return { status: 421, text };
  return { status: 307, text, headers: { location: own + safePath(request.url) } };
}

/** Without the port that the scheme implies. */
const hostOf = (protocol: string, host: string) =>
  URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : null;

/** "//elsewhere" would be read as another host. */
const safePath = (url = "/") => `/${url.replace(/^[/\\]+/, "")}`;
