// What reaches the application through the door, and what does not; with a small application behind it.
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { createEntry, type EntryOptions } from "#lib/operate/entry.ts";
import { noteNoRoom } from "#lib/platform/overload.ts";

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Sent = { method?: string; path?: string; headers?: Record<string, string | number>; body?: string };

const log = pino({ level: "silent" });
const open: http.Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** Tells back the headers that it was given; "/slow" waits until it is let go. */
async function door(options: Partial<EntryOptions> = {}) {
  const seen: IncomingMessage[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const entry = createEntry({ log, ...options });
  entry.open({
    ready: async () => null,
    handle: async (request: IncomingMessage, response: ServerResponse) => {
      seen.push(request);
      if (request.url?.startsWith("/full")) noteNoRoom();
      if (request.url?.startsWith("/full") || request.url?.startsWith("/broken")) response.statusCode = 500;
      if (request.url?.startsWith("/slow") || request.url?.startsWith("/api/uploads")) await held;
      await text(request);
      response.setHeader("cache-control", "public, max-age=600");
      response.end(JSON.stringify(request.headers));
    },
  });
  open.push(entry.server);
  await new Promise<void>((resolve) => entry.server.listen(0, "127.0.0.1", resolve));
  const { port } = entry.server.address() as AddressInfo;
  const send = ({ method = "GET", path = "/", headers = {}, body }: Sent = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request({ port, host: "127.0.0.1", method, path, headers, agent: false });
      request.on("error", reject);
      request.on("response", async (response) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }),
      );
      request.end(body);
    });
  return { entry, port, send, seen, letGo, own: `http://127.0.0.1:${port}` };
}

const told = (answer: Answer): Record<string, string> => JSON.parse(answer.body);

test("a page that found no room at the database asks to come back; one that broke says so", async () => {
  const { send } = await door();
  const full = await send({ path: "/full" });
  expect([full.status, full.headers["retry-after"]]).toEqual([503, "3"]);
  const broken = await send({ path: "/broken" });
  expect([broken.status, broken.headers["retry-after"]]).toEqual([500, undefined]);
});

describe("mutations", () => {
  test("one from our own page is let in", async () => {
    const { send, own } = await door();
    expect((await send({ method: "POST", headers: { origin: own }, body: "a=1" })).status).toBe(200);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])(
    "a %s from elsewhere is refused, on any path",
    async (method) => {
      const { send, seen } = await door();
      for (const path of ["/", "/api/auth/signout", "/api/uploads/1"])
        for (const origin of ["http://evil.example", "null", "http://127.0.0.1"])
          expect((await send({ method, path, headers: { origin } })).status).toBe(403);
      expect(seen).toHaveLength(0);
    },
  );

  test("one without an Origin is refused, unless the browser says it is ours", async () => {
    const { send } = await door();
    expect((await send({ method: "POST" })).status).toBe(403);
    expect((await send({ method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await send({ method: "POST", headers: { "sec-fetch-site": "none" } })).status).toBe(403);
    expect((await send({ method: "POST", headers: { "sec-fetch-site": "same-origin" } })).status).toBe(200);
  });

  test("a forged pair of Origin and X-Forwarded-Host is refused", async () => {
    const { send } = await door();
    const headers = { origin: "http://evil.example", "x-forwarded-host": "evil.example" };
    expect((await send({ method: "POST", headers })).status).toBe(403);
  });

  test("with a configured origin only that one counts, whatever Host says", async () => {
    const { send } = await door({ origin: "https://fupin.example", proxies: ["127.0.0.1"] });
    const behind = { host: "fupin.example", "x-forwarded-proto": "https" };
    const post = (origin: string) => send({ method: "POST", headers: { ...behind, origin } });
    expect((await post("https://fupin.example")).status).toBe(200);
    expect((await post("http://fupin.example")).status).toBe(403);
  });
});

describe("bodies", () => {
  const post = (length: number, path = "/") => ({
    method: "POST",
    path,
    headers: { "sec-fetch-site": "same-origin", "content-length": length },
  });

  test("what is declared too long is refused, uploads may be longer", async () => {
    const { send, letGo } = await door();
    letGo();
    expect((await send({ ...post(1_500_001) })).status).toBe(413);
    expect((await send({ ...post(60_000_001, "/api/uploads/x") })).status).toBe(413);
    expect((await send({ ...post(60_000_001, "/api/uploadsX") })).status).toBe(413);
    const body = "x".repeat(2_000_000);
    expect((await send({ ...post(body.length, "/api/uploads"), body })).status).toBe(200);
  });

  test("what is too long is answered in a sentence also to who sends it all, and goes nowhere", async () => {
    const { send, seen } = await door();
    const body = "x".repeat(3_000_000);
    const answer = await send({ ...post(body.length), body });
    expect(answer).toMatchObject({
      status: 413,
      body: expect.stringMatching(/最多 1\.5 MB.*在“导入”里上传/),
    });
    const file = await send({ ...post(60_000_001, "/api/uploads/x") });
    expect(file).toMatchObject({ status: 413, body: expect.stringContaining("最多 60 MB") });
    expect(seen).toHaveLength(0);
  });

  test("what declares no length is refused", async () => {
    const { send } = await door();
    const headers = { "sec-fetch-site": "same-origin", "transfer-encoding": "chunked" };
    expect((await send({ method: "POST", headers, body: "a=1" })).status).toBe(411);
  });
});

describe("headers", () => {
  const FIXED = [
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
  ];

  test("every answer carries the fixed ones, refusals too", async () => {
    const { send } = await door();
    for (const sent of [
      {},
      { path: "/live" },
      { path: "/_next/image?url=x" },
      { method: "POST" },
      { method: "TRACE" },
    ]) {
      const { headers } = await send(sent);
      expect(Object.keys(headers)).toEqual(
        expect.arrayContaining([...FIXED, "cross-origin-resource-policy"]),
      );
      expect(headers["cache-control"]).toBe("private, no-store");
    }
  });

  test("each page gets a nonce of its own, the same for the application and the browser", async () => {
    const { send } = await door();
    const [first, second] = [await send(), await send()];
    const policy = first.headers["content-security-policy"];
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
    expect(policy).not.toContain("unsafe");
    expect(told(first)["content-security-policy"]).toBe(policy);
    expect(second.headers["content-security-policy"]).not.toBe(policy);
  });

  test("an uploaded file opened by itself may do nothing, whatever its handler says", async () => {
    const { send } = await door();
    const { headers } = await send({ path: "/api/files/018f?size=preview" });
    expect(headers["content-security-policy"]).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("nothing is kept by a cache but the files of the build", async () => {
    const { send } = await door();
    expect((await send({ path: "/households" })).headers["cache-control"]).toBe("private, no-store");
    expect((await send({ path: "/_next/static/a.js" })).headers["cache-control"]).toBe("public, max-age=600");
  });

  test("browsers are told to stay with https where we are reached by it", async () => {
    const plain = await (await door()).send();
    expect(plain.headers).not.toHaveProperty("strict-transport-security");
    const behind = await door({ origin: "https://fupin.example", proxies: ["127.0.0.1"] });
    const headers = { host: "fupin.example", "x-forwarded-proto": "https" };
    expect((await behind.send({ headers })).headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  test("what only we may say is not taken from outside", async () => {
    const { send } = await door();
    const forged = {
      "x-client-address": "9.9.9.9",
      "x-forwarded-for": "9.9.9.9",
      "x-real-ip": "9.9.9.9",
      "x-request-id": "mine",
      "x-nonce": "mine",
      "x-inner-request": "guess",
      "x-middleware-subrequest": "middleware",
      "content-security-policy-report-only": "script-src 'nonce-mine'",
    };
    const headers = told(await send({ headers: forged }));
    expect(headers["x-client-address"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(JSON.stringify(headers)).not.toMatch(/9\.9\.9\.9|mine|guess|middleware/);
  });
});

describe("addresses", () => {
  test("a trusted proxy names the client; what the client itself adds on the left does not count", async () => {
    const { send } = await door({ proxies: ["127.0.0.1", "10.0.0.0/8"] });
    const headers = { "x-forwarded-for": "6.6.6.6, 203.0.113.7, 10.1.2.3" };
    expect(told(await send({ headers }))["x-client-address"]).toBe("203.0.113.7");
  });

  test("who comes by another name is sent to the configured one, and a form is not taken", async () => {
    const { send, seen } = await door({ origin: "https://fupin.example" });
    const page = await send({ path: "//evil.example/a?u=1" });
    expect(page.status).toBe(307);
    expect(page.headers.location).toBe("https://fupin.example/evil.example/a?u=1");
    expect((await send({ method: "POST", headers: { origin: "https://fupin.example" } })).status).toBe(421);
    expect(seen).toHaveLength(0);
  });

  test("the configured origin is what the application hears as its own", async () => {
    const { send } = await door({ origin: "https://fupin.example", proxies: ["127.0.0.1"] });
    const headers = { host: "fupin.example", "x-forwarded-proto": "https", "x-forwarded-port": "1" };
    const heard = told(await send({ headers }));
    expect(heard["x-forwarded-host"]).toBe("fupin.example");
    expect(heard["x-forwarded-proto"]).toBe("https");
    expect(heard["x-forwarded-port"]).toBe("443");
  });

  test("Next asking ourselves for the page that an action leads to is let in as the same request", async () => {
    const { send, own } = await door({ origin: "https://fupin.example", proxies: ["127.0.0.1"] });
    const outer = told(await send({ headers: { host: "fupin.example", "x-forwarded-for": "203.0.113.7" } }));
    const forwarded = Object.entries(outer).filter(([name]) => name.startsWith("x-"));
    const inner = told(
      await send({ headers: { ...Object.fromEntries(forwarded), host: new URL(own).host } }),
    );
    expect(inner["x-client-address"]).toBe("203.0.113.7");
    expect(inner["x-request-id"]).toBe(outer["x-request-id"]);
  });
});

describe("shape", () => {
  test("the image optimizer and unknown methods have no door", async () => {
    const { send, seen } = await door();
    expect((await send({ path: "/_next/image?url=%2Fa.png&w=64&q=75" })).status).toBe(404);
    expect((await send({ method: "TRACE" })).status).toBe(405);
    expect((await send({ headers: { host: "a b" } })).status).toBe(400);
    expect(seen).toHaveLength(0);
  });

  test("a connection that wants to become a WebSocket is cut", async () => {
    const { port } = await door();
    const answer = await new Promise<string>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () =>
        socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
      );
      let heard = "";
      socket.on("data", (chunk) => {
        heard += chunk;
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(heard));
    });
    expect(answer).toBe("");
  });
});

describe("load and leaving", () => {
  test("more than fit are asked to come back, uploads are counted apart", async () => {
    const { send, seen, letGo } = await door({ limits: { pages: 1, uploads: 1 } });
    const upload = { method: "POST", path: "/api/uploads", headers: { "sec-fetch-site": "same-origin" } };
    const inside = [send({ path: "/slow" }), send(upload)];
    await expect.poll(() => seen.length).toBe(2);
    for (const sent of [{ path: "/" }, upload]) {
      const refused = await send(sent);
      expect(refused.status).toBe(503);
      expect(refused.headers["retry-after"]).toBe("3");
    }
    expect((await send({ path: "/_next/static/a.js" })).status).toBe(200);
    letGo();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await send()).status).toBe(200);
  });

  test("while stopping, what is inside finishes and nothing new comes in", async () => {
    const { entry, send, seen, letGo } = await door();
    const inside = send({ path: "/slow" });
    await expect.poll(() => seen.length).toBe(1);
    const drained = entry.drain();
    const late = await send();
    expect([late.status, late.headers.connection]).toEqual([503, "close"]);
    expect((await send({ path: "/ready" })).status).toBe(503);
    expect((await send({ path: "/live" })).status).toBe(200);
    letGo();
    expect((await inside).status).toBe(200);
    await drained;
    await expect(send()).rejects.toThrow();
  });

  test("before the application is there, pages say so and /ready is not", async () => {
    const entry = createEntry({ log });
    open.push(entry.server);
    await new Promise<void>((resolve) => entry.server.listen(0, "127.0.0.1", resolve));
    const own = `http://127.0.0.1:${(entry.server.address() as AddressInfo).port}`;
    expect((await fetch(own)).status).toBe(503);
    expect((await fetch(`${own}/ready`)).status).toBe(503);
    expect((await fetch(`${own}/live`)).status).toBe(200);
  });
});

test("the log line of a request names neither query nor token", async () => {
  const lines: string[] = [];
  const written = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const { send } = await door({ log: written });
  await send({ path: "/households/7f0c6c5e-1111-4222-8333-444455556666?q=%E6%89%8E%E8%A5%BF" });
  await send({ path: `/invite/${"t".repeat(43)}` });
  await send({ path: "/divisions/%E6%98%8C%E9%83%BD" });
  await expect.poll(() => lines.length).toBe(3);
  expect(lines.map((line) => JSON.parse(line).path)).toEqual([
    "/households/7f0c6c5e-1111-4222-8333-444455556666",
    "/invite/:hidden",
    "/divisions/:hidden",
  ]);
  expect(lines.join()).not.toMatch(/q=|E6/);
});
