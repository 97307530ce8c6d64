// The style sheet inside the first page: once for each browser, whole however the page comes in pieces, and nothing else is touched.
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { asksWithoutSheet, putSheetInside } from "#lib/operate/sheet-inside.ts";

const SHEET = ".a{color:red}.走访{content:'\"$&'}";
const LINK = `<link rel="stylesheet" href="/_next/static/chunks/a.css" nonce="n0" data-precedence="next"/>`;
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"/>${LINK}<title>昌都今日</title></head><body>达娃家 €</body></html>`;
const INSIDE = PAGE.replace(
  LINK,
  () => `<style nonce="n0">${SHEET}</style>${LINK.replace("<link", '<link media="print"')}`,
);
const WINDOW = { accept: "text/html,*/*;q=0.8", "accept-encoding": "gzip, deflate, br" };

const open: http.Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Work = (response: ServerResponse, request: IncomingMessage) => unknown;

async function serve(work: Work) {
  const server = http.createServer((request, response) => {
    if (asksWithoutSheet(request))
      putSheetInside(request, response, {
        secure: false,
        sheetOf: (href) => (href.endsWith("/a.css") ? SHEET : null),
      });
    response.setHeader("content-type", "text/html; charset=utf-8");
    void work(response, request);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return (headers: Record<string, string> = WINDOW, method = "GET", read = buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request({ port, host: "127.0.0.1", method, headers, agent: false });
      request.on("error", reject);
      request.on("response", async (response) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await read(response) }),
      );
      request.end();
    });
}

const opened = ({ headers, body }: Answer) =>
  (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
const markOf = ({ headers }: Answer) => headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "";

test("the first page carries the sheet, the next of the same browser only names it", async () => {
  const send = await serve((response) => response.end(PAGE));
  const first = await send();
  expect(opened(first)).toBe(INSIDE);
  expect(first.headers["set-cookie"]?.[0]).toMatch(
    /^sheet=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  const second = await send({ ...WINDOW, cookie: `a=b; ${markOf(first)}` });
  expect(opened(second)).toBe(PAGE);
  expect(second.headers["set-cookie"]).toBeUndefined();
  const afterAnUpdate = await send({ ...WINDOW, cookie: "sheet=of-another-build" });
  expect(opened(afterAnUpdate)).toBe(INSIDE);
});

test("only a window asking for a page gets it", async () => {
  const send = await serve((response) => response.end(PAGE));
  for (const [headers, method] of [
    [{ ...WINDOW, rsc: "1" }, "GET"],
    [{ ...WINDOW, accept: "*/*" }, "GET"],
    [{ ...WINDOW, "sec-fetch-dest": "empty" }, "GET"],
    [{ accept: WINDOW.accept }, "GET"],
    [WINDOW, "POST"],
  ] as const) {
    const answer = await send(headers, method);
    expect(opened(answer)).toBe(PAGE);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

test("however the page comes in pieces, it goes out whole", async () => {
  const bytes = Buffer.from(PAGE);
  let cuts: number[] = [];
  const send = await serve(async (response) => {
    const ends = [...cuts, bytes.length];
    for (const [at, end] of ends.entries()) {
      const piece = bytes.subarray(at === 0 ? 0 : ends[at - 1], end);
      if (end === bytes.length) response.end(piece);
      else if (piece.length > 0) response.write(piece);
      await sleep(0);
    }
  });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length - 1), { maxLength: 6 }), async (at) => {
      cuts = at.sort((a, b) => a - b);
      expect(opened(await send())).toBe(INSIDE);
    }),
    { numRuns: 60 },
  );
});

test("what has been written is seen before the rest is there", async () => {
  let letGo = () => {};
  const send = await serve((response) => {
    const cut = PAGE.indexOf("达娃家");
    response.write(PAGE.slice(0, cut));
    letGo = () => response.end(PAGE.slice(cut));
  });
  let seen = "";
  const answer = await send(WINDOW, "GET", async (response) => {
    for await (const piece of (response as IncomingMessage).pipe(createGunzip())) {
      seen += piece;
      if (seen.endsWith("<body>")) letGo();
    }
    return Buffer.from(seen);
  });
  expect(answer.body.toString()).toBe(INSIDE);
});

test("a reader who takes his time gets a long page whole", async () => {
  const long = Array.from({ length: 4000 }, (_, at) => `<p>${at} ${(at * 7919).toString(36).repeat(40)}</p>`);
  let waited = 0;
  const send = await serve(async (response) => {
    response.write(PAGE.replace("</body></html>", ""));
    for (const piece of long)
      if (!response.write(piece)) {
        waited += 1;
        await new Promise((resolve) => response.once("drain", resolve));
      }
    response.end("</body></html>");
  });
  const answer = await send(WINDOW, "GET", async (response) => {
    const pieces: Buffer[] = [];
    for await (const piece of response as IncomingMessage) {
      pieces.push(piece);
      if (pieces.length < 20) await sleep(2);
    }
    return Buffer.concat(pieces);
  });
  expect(opened(answer)).toBe(INSIDE.replace("</body></html>", `${long.join("")}</body></html>`));
  expect(waited).toBeGreaterThan(0);
});

test("what is no page, or has no sheet of ours, goes out as it is", async () => {
  const odd = PAGE.replace("/a.css", "/elsewhere.css");
  expect(opened(await (await serve((response) => response.end(odd)))())).toBe(odd);
  const headless = "<p>没有头</p>";
  expect(opened(await (await serve((response) => response.end(headless)))())).toBe(headless);
  const leading = await (
    await serve((response) => {
      response.removeHeader("content-type");
      response.writeHead(303, { location: "/today" });
      response.end();
    })
  )();
  expect([leading.status, leading.headers.location, leading.headers["set-cookie"]]).toEqual([
    303,
    "/today",
    undefined,
  ]);
  const plain = await (
    await serve((response) => {
      response.setHeader("content-type", "application/json");
      response.end("{}");
    })
  )();
  expect([plain.headers["content-encoding"], plain.body.toString()]).toEqual([undefined, "{}"]);
});
