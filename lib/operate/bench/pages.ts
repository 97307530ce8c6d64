// The pages against their floors: the same rows from a bare Next page of the same weight, the same answer as JSON, alone and ten at once.
import { periodOf, seriesEnding } from "#lib/base/period.ts";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { gramsOf } from "#lib/domains/people/pinyin.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { today } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import type { Askers } from "./askers.ts";
import type { FloorSql } from "./floor-sql.ts";
import { type Contender, race } from "./measure.ts";
import type { Report } from "./report.ts";
import type { Visitor } from "./visitor.ts";
import { statementsOf } from "./watched.ts";

export type Ground = {
  askers: Askers;
  app: Visitor;
  next: Visitor;
  thin: Visitor;
  sql: FloorSql;
  report: Report;
};
type Asker = Askers["county"];

/** How many filler rows make the floor's page weigh what ours does. */
/** The address of the floor, filled until it is as heavy as our page. */
export async function fillFor({ app, next }: Ground, ours: string, floor: string): Promise<string> {
  const [whole, bare, some] = await Promise.all([
    app.get(ours),
    next.get(floor),
    next.get(`${floor}&fill=100`),
  ]);
  if (whole.status !== 200) throw new Error(`${ours} answers ${whole.status}`);
  const each = (some.bytes - bare.bytes) / 100;
  return `${floor}&fill=${Math.max(0, Math.round((whole.bytes - bare.bytes) / each))}`;
}

const first = (visitor: Visitor, path: string) => async () => {
  const answer = await visitor.get(path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return answer.first;
};
export const whole = (visitor: Visitor, path: string) => async () => {
  const answer = await visitor.get(path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return answer.took;
};

export async function measurePages(ground: Ground): Promise<void> {
  const { app, next, thin, report, askers } = ground;
  const at = (path: string, { session, unit }: Asker) => `${path}?token=${session.token}&unit=${unit}`;
  const dash = await fillFor(ground, "/cockpit", at("/dash", askers.county));
  const list = await fillFor(ground, "/households", at("/list", askers.county));
  const detail = `/households/${askers.county.household}`;
  const board: Contender[] = [
    { name: "ours", once: first(app, "/cockpit") },
    { name: "floor", once: first(next, dash) },
    { name: "thin", once: first(thin, at("/dash", askers.county)) },
  ];
  const rows: Contender[] = [
    { name: "ours", once: whole(app, "/households") },
    { name: "detail", once: whole(app, detail) },
    { name: "floor", once: whole(next, list) },
    { name: "thin", once: whole(thin, at("/list", askers.county)) },
  ];
  const board1 = await race(board, { at: 1 });
  const rows1 = await race(rows, { at: 1 });
  const board10 = await race(board, { at: 10 });
  const rows10 = await race(rows, { at: 10 });
  const thinNote = (timing: { p50: number }) => `thin JSON ${timing.p50.toFixed(1)} ms`;
  report.add({
    goal: "G1",
    what: "cockpit of a county, first byte p50, one asker",
    ours: board1.ours!.p50,
    floor: board1.floor!.p50,
    unit: "ms",
    limit: 2,
    note: thinNote(board1.thin!),
  });
  report.add({
    goal: "G1",
    what: "cockpit of a county, first byte p50, ten askers",
    ours: board10.ours!.p50,
    floor: board10.floor!.p50,
    unit: "ms",
    limit: 2,
    note: thinNote(board10.thin!),
  });
  report.add({
    goal: "G3",
    what: "household list (50 rows and total), p50, one asker",
    ours: rows1.ours!.p50,
    floor: rows1.floor!.p50,
    unit: "ms",
    limit: 1.8,
    note: thinNote(rows1.thin!),
  });
  // The peer's figures of G4 in terms of its own run's floor: 193 / 93.6 ms, and 1.25 × 64.4 / 147 pages a second.
  report.add({
    goal: "G4",
    what: "household list, p95, ten askers",
    ours: rows10.ours!.p95,
    floor: rows10.floor!.p95,
    unit: "ms",
    limit: 2.06,
    note: "limit: the peer's p95 to its floor",
  });
  report.add({
    goal: "G4",
    what: "household list, pages a second, ten askers",
    ours: rows10.ours!.perSecond,
    floor: rows10.floor!.perSecond,
    unit: "/s",
    limit: 0.55,
    atLeast: true,
    note: "limit: 1.25 × the peer's to its floor",
  });
  report.add({
    goal: "G6",
    what: "page of one household to the list page, p50, one asker",
    ours: rows1.detail!.p50,
    floor: rows1.ours!.p50,
    unit: "ms",
    limit: 1.2,
  });
}

/** The statements of a board, all together, to one statement over the same roll-ups. */
export async function measureBoardSql({ askers, sql, report }: Ground): Promise<void> {
  const { session, unit } = askers.county;
  const periods = seriesEnding(periodOf(today(), "quarter"), 12);
  const load = (scope: Parameters<typeof viewCockpit>[0]) => viewCockpit(scope, {});
  const times = await race(
    [
      { name: "ours", once: async () => sum(await statementsOf(session, load)) },
      { name: "floor", once: async () => void (await sql.board(session.token, unit, periods)) },
    ],
    { at: 1 },
  );
  const statements = (await statementsOf(session, load)).length;
  report.add({
    goal: "G2",
    what: "cockpit, all statements together, to one over the roll-ups",
    ours: times.ours!.p50,
    floor: times.floor!.p50,
    unit: "ms",
    limit: 3,
    note: "both with the round trips of a driver",
  });
  report.add({ goal: "G2", what: "cockpit, statements", ours: statements, floor: 1, unit: "", limit: 6 });
}

const sum = (statements: { ms: number }[]) => statements.reduce((all, one) => all + one.ms, 0);

export async function measureSearch(
  ground: Ground,
  ownerLike: (word: string) => Promise<void>,
): Promise<void> {
  const { askers, thin, sql, report } = ground;
  const word = "扎西";
  const grams = gramsOf(word);
  const ask =
    ({ session }: Asker) =>
    async () =>
      void (await reading(session, (scope) =>
        findAnything(scope, { q: word, kinds: ["household", "person"] }),
      ));
  const { county, prefecture } = askers;
  const path = `/find?token=${county.session.token}&word=${encodeURIComponent(word)}&grams=${encodeURIComponent(grams.join(","))}`;
  const times = await race(
    [
      { name: "county", once: ask(county) },
      { name: "thin", once: whole(thin, path) },
      { name: "root", once: ask(prefecture) },
      { name: "root, least", once: async () => void (await sql.find(prefecture.session.token, word, grams)) },
      { name: "root, like", once: async () => void (await ownerLike(word)) },
    ],
    { at: 1 },
  );
  report.add({
    goal: "G7",
    what: "two characters of a name in a county, p95, to thin",
    ours: times.county!.p95,
    floor: times.thin!.p95,
    unit: "ms",
    limit: 3,
  });
  report.add({
    goal: "G7",
    what: "two characters in the whole prefecture, LIKE to ours, p50",
    ours: times["root, like"]!.p50,
    floor: times.root!.p50,
    unit: "ms",
    limit: 5,
    atLeast: true,
    note: `the search function alone ${times["root, least"]!.p50.toFixed(1)} ms`,
  });
}
