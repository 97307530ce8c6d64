// Serves the floors in a process of their own: "next" = the bare Next app, "thin" = node:http and pg with the same answers as JSON.
import http from "node:http";
import { periodOf, seriesEnding } from "#lib/base/period.ts";
import { today } from "#lib/platform/clock.ts";
import { FLOOR } from "./floor-app.ts";
import { type FloorSql, floorSql } from "./floor-sql.ts";

const [kind = "thin", port = "0"] = process.argv.slice(2);
const sql = floorSql(process.env.DATABASE_URL ?? "");
const periods = seriesEnding(periodOf(today(), "quarter"), 12);
const board = async (token: string, unit: number) => {
  const rows = await sql.board(token, unit, periods);
  return { rows, total: rows.length };
};
(globalThis as { floor?: unknown }).floor = { list: sql.list, dash: board } satisfies {
  list: FloorSql["list"];
  dash: typeof board;
};

process.once("SIGTERM", () => process.exit(0));
const server = http.createServer(kind === "next" ? await bareNext() : thin);
server.listen(Number(port), "127.0.0.1");

async function bareNext() {
  const { default: next } = await import("next");
  const application = next({ dev: false, dir: FLOOR, httpServer: new http.Server() });
  await application.prepare();
  return application.getRequestHandler();
}

async function thin(request: http.IncomingMessage, response: http.ServerResponse) {
  const url = new URL(request.url ?? "/", "http://floor");
  const given = (name: string) => url.searchParams.get(name) ?? "";
  try {
    const value = await answer(url.pathname, given);
    const body = JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? Number(one) : one));
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

function answer(path: string, given: (name: string) => string): Promise<unknown> {
  const token = given("token");
  if (path === "/list") return sql.list(token, Number(given("unit")));
  if (path === "/dash") return board(token, Number(given("unit")));
  if (path === "/household") return sql.household(token, given("id"));
  if (path === "/find") return sql.find(token, given("word"), given("grams").split(","));
  if (path === "/store")
    return sql.store(token, {
      id: given("id"),
      household: given("household"),
      on: given("on"),
      account: Number(given("account")),
    });
  return Promise.resolve("ok");
}
