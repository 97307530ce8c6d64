// The registry after seven years: the file with its years, every way of looking for a family, a county's roster as a workbook, and the opening of the next year.
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { gramsOf } from "#lib/domains/people/pinyin.ts";
import { findByIdTail } from "#lib/domains/search/commands.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { reading } from "#lib/platform/scope.ts";
import { race } from "./measure.ts";
import { type Ground, whole } from "./pages.ts";

type Registry = Ground & { owner: pg.Pool };

export async function measureRegistry(ground: Registry): Promise<void> {
  await measureFile(ground);
  await measureWays(ground);
  await measureExport(ground);
  await measureOpening(ground);
}

async function measureFile({ app, askers, report }: Registry): Promise<void> {
  const file = `/households/${askers.county.household}`;
  const times = await race(
    [
      { name: "list", once: whole(app, "/households") },
      { name: "years", once: whole(app, `${file}?tab=years`) },
      { name: "past day", once: whole(app, `${file}?on=2021-06-01`) },
    ],
    { at: 1 },
  );
  for (const [name, what] of [
    ["years", "the years of one file, to the list page"],
    ["past day", "a file as it was on a day, to the list page"],
  ] as const)
    report.add({
      ...{ goal: "G6", what: `${what}, p50`, unit: "ms", limit: 1.2 },
      ...{ ours: times[name]!.p50, floor: times.list!.p50 },
    });
}

/** Each way within a county, held against two characters as JSON from the thin server. */
async function measureWays({ askers, thin, report, owner }: Registry): Promise<void> {
  const { session } = askers.county;
  const ask = (q: string) => async () =>
    void (await reading(session, (scope) => findAnything(scope, { q, kinds: ["household", "person"] })));
  const floor = `/find?token=${session.token}&word=${encodeURIComponent("扎西")}&grams=${encodeURIComponent(gramsOf("扎西").join(","))}`;
  const times = await race(
    [
      { name: "full pinyin", once: ask("zhaxi") },
      { name: "initials", once: ask("zxcr") },
      { name: "floor", once: whole(thin, floor) },
    ],
    { at: 1 },
  );
  for (const name of ["full pinyin", "initials"])
    report.add({
      ...{ goal: "G7", what: `a name by ${name} in a county, p95, to thin`, unit: "ms", limit: 3 },
      ...{ ours: times[name]!.p95, floor: times.floor!.p95 },
    });
  // Counted for each asker and refused after sixty: a handful is enough to see.
  await owner.query("delete from sign_in_throttle where bucket like 'idtail:%'");
  const tails: number[] = [];
  for (let nth = 0; nth < 20; nth++) {
    const began = performance.now();
    await findByIdTail(session, { tail: String(1234 + nth * 37) });
    tails.push(performance.now() - began);
  }
  report.add({
    ...{ goal: "G7", what: "the last four of a number in a county, the slowest of 20, to thin" },
    ...{ ours: Math.max(...tails.slice(2)), floor: times.floor!.p95, unit: "ms", limit: 3 },
  });
}

async function measureExport({ app, report, askers, owner }: Registry): Promise<void> {
  const { rows } = await owner.query<{ homes: number }>(
    `select count(*)::int as homes from household h join division_closure c on c.node_id = h.division_id and c.to_on is null where c.ancestor_id = $1`,
    [askers.county.unit],
  );
  const answer = await app.get("/api/households/export");
  if (answer.status !== 200) throw new Error(`the export answers ${answer.status}`);
  report.add({
    ...{ goal: "G9", what: "a county's roster as a workbook, to what a stream may take" },
    ...{ ours: answer.took / 1000, floor: 60, unit: "s", limit: 1 },
    note: `${rows[0]!.homes} households, ${Math.round((rows[0]!.homes / answer.took) * 1000)} rows/s`,
  });
}

/** By the worker of the app, as if the prefecture had asked for it. */
async function measureOpening({ report, owner }: Registry): Promise<void> {
  const { rows } = await owner.query<{ year: number; account: number }>(
    `select (select year + 1 from registry_year where status = 'OPEN') as year, id as account from account where username = 'demo-prefecture-admin'`,
  );
  const { year, account } = rows[0]!;
  const began = performance.now();
  await owner.query(
    `with job as (insert into job (kind, payload, account_id) values ('registry.openYear', jsonb_build_object('year', $1::int), $2) returning id)
     insert into year_opening (year, status, account_id, account_name, job_id) select $1, 'PREPARING', $2, 'bench', id from job`,
    [year, account],
  );
  for (;;) {
    const { rows: found } = await owner.query<{ status: string; homes: number; people: number }>(
      "select status, households as homes, members as people from year_opening where year = $1",
      [year],
    );
    const { status, homes, people } = found[0]!;
    const took = (performance.now() - began) / 1000;
    if (took > 600 || !["PREPARING", "DONE"].includes(status)) throw new Error(`the opening is ${status}`);
    if (status === "DONE")
      return report.add({
        ...{ goal: "#5", what: "a new year opened for all villages", ours: took, floor: 60, unit: "s" },
        ...{ limit: 1, note: `${homes} households, ${people} members` },
      });
    await sleep(100);
  }
}
