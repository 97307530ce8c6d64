/**
 * The first page that a browser sees carries the style sheet in itself: fetched by its own it costs one more way to the server before
 * anything is painted, more than half a second in a valley. The sheet follows behind for the cache, and a mark tells the next page to name it only.
 */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { constants, createGzip, type Gzip } from "node:zlib";
import { buildId } from "#lib/platform/build-id.ts";
import { root } from "./root.ts";

const MARK = "sheet";
const MARK_SECONDS = 30 * 86_400;
const STYLESHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/;
const HEAD_ENDS = "</head>";
/** A head longer than this is none of ours; what has come goes on as it is. */
const MOST_HEAD = 262_144;

/** Finds the text of a sheet of this build. */
export type SheetOf = (href: string) => string | null;

/** A page for a window, of a browser that does not hold the sheet of this build yet. */
export function asksWithoutSheet({ method, headers }: IncomingMessage): boolean {
  const dest = headers["sec-fetch-dest"];
  return (
    method === "GET" &&
    (dest === undefined || dest === "document") &&
    headers.rsc === undefined &&
    /\btext\/html\b/.test(headers.accept ?? "") &&
    /\bgzip\b/.test(headers["accept-encoding"]?.toString() ?? "") &&
    !(headers.cookie ?? "").split("; ").includes(`${MARK}=${buildId()}`)
  );
}

/** From here on the application writes plainly, and what it writes is packed here. */
export function putSheetInside(
  request: IncomingMessage,
  response: ServerResponse,
  { secure, sheetOf = sheetOfBuild }: { secure: boolean; sheetOf?: SheetOf },
): void {
  delete request.headers["accept-encoding"];
  const send = {
    head: response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (chunk: Buffer) => boolean,
    end: response.end.bind(response) as (...args: unknown[]) => ServerResponse,
  };
  let packing: Gzip | null = null;
  let held: Buffer[] | null = [];

  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!response.headersSent && isPage(response)) {
      response.removeHeader("content-length");
      response.removeHeader("etag");
      response.setHeader("content-encoding", "gzip");
      response.appendHeader(
        "set-cookie",
        `${MARK}=${buildId()}; Path=/; Max-Age=${MARK_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
      );
      packing = packed(response, send);
    }
    return send.head(...args);
  } as typeof response.writeHead;

  const pass = (chunk: Buffer): boolean => {
    if (!packing) return send.write(chunk);
    if (held) {
      held.push(chunk);
      const head = Buffer.concat(held);
      if (head.length < MOST_HEAD && !head.includes(HEAD_ENDS)) return true;
      held = null;
      return hand(packing, withSheet(head, sheetOf));
    }
    return hand(packing, chunk);
  };

  response.write = ((chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    const more = pass(bytesOf(chunk, encoding));
    const said = typeof encoding === "function" ? encoding : done;
    if (typeof said === "function") process.nextTick(said as () => void);
    return more;
  }) as typeof response.write;

  response.end = ((...args: unknown[]) => {
    const said = args.find((one) => typeof one === "function");
    const [chunk, encoding] = args;
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!packing) return send.end(...args);
    if (typeof chunk === "string" || chunk instanceof Uint8Array) pass(bytesOf(chunk, encoding));
    if (held?.length) packing.write(withSheet(Buffer.concat(held), sheetOf));
    held = null;
    if (said) response.once("finish", said as () => void);
    packing.end();
    return response;
  }) as typeof response.end;
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/html") &&
  !response.hasHeader("content-encoding");

const bytesOf = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === "string"
    ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

/** What has been written is on its way at once: a page comes in pieces, and the first ones are waited for. */
function hand(packing: Gzip, chunk: Buffer): boolean {
  const more = packing.write(chunk);
  packing.flush(constants.Z_SYNC_FLUSH);
  return more;
}

function packed(
  response: ServerResponse,
  send: { write: (chunk: Buffer) => boolean; end: () => ServerResponse },
) {
  const packing = createGzip();
  packing.on("data", (bytes: Buffer) => {
    if (!send.write(bytes)) packing.pause();
  });
  packing.on("end", () => send.end());
  packing.on("drain", () => response.emit("drain"));
  packing.on("error", () => response.destroy());
  response.on("drain", () => packing.resume());
  response.once("close", () => packing.destroy());
  return packing;
}

/** The link stays, for print, which nobody waits for: it fills the cache, and the page finds its sheet under its name. */
function withSheet(head: Buffer, sheetOf: SheetOf): Buffer {
  const text = head.toString("latin1"); // byte by byte: the pieces are cut out of the bytes themselves
  const found = STYLESHEET.exec(text);
  const href = found && /\bhref="([^"]+)"/.exec(found[0])?.[1];
  const sheet = href ? sheetOf(href) : null;
  if (!found || sheet === null || /\bmedia="/.test(found[0])) return head;
  const nonce = /\bnonce="[^"]*"/.exec(found[0])?.[0] ?? "";
  const after = found.index + found[0].length;
  return Buffer.concat([
    head.subarray(0, found.index),
    Buffer.from(`<style ${nonce}>${sheet}</style>${found[0].replace("<link", '<link media="print"')}`),
    head.subarray(after),
  ]);
}

const read = new Map<string, string | null>();

function sheetOfBuild(href: string): string | null {
  const name = /^\/_next\/static\/([\w/-]+\.css)$/.exec(href)?.[1];
  if (!name) return null;
  const known = read.get(name);
  if (known !== undefined) return known;
  const sheet = readSheet(path.join(root, ".next", "static", name));
  read.set(name, sheet);
  return sheet;
}

/** Addresses in a sheet are meant from where it lies; what ends a style would end it in the page too. */
function readSheet(file: string): string | null {
  try {
    const text = readFileSync(file, "utf8");
    return /url\((?!["']?(data:|\/))|<\/style/i.test(text) ? null : text;
  } catch {
    return null;
  }
}
