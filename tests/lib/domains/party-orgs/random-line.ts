// Random lives of a Party line: moved, merged, closed, split and taken back for some days, while every past day is held against its picture.
import fc from "fast-check";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { mergeOrgs } from "#lib/domains/party-orgs/commands/merge.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { splitOrg } from "#lib/domains/party-orgs/commands/split.ts";
import { undoOrgChange } from "#lib/domains/party-orgs/commands/undo.ts";
import { today } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import type { Places } from "../divisions/small-tree.ts";
import { type Line, plantBranch, plantOrg } from "./small-line.ts";

type Step = { deed: "move" | "merge" | "close" | "split" | "undo" | "night"; a: number; b: number };

const someSteps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      deed: fc.constantFrom(
        "move",
        "merge",
        "merge",
        "split",
        "split",
        "close",
        "undo",
        "undo",
        "night" as const,
      ),
      a: fc.nat(10_000),
      b: fc.nat(10_000),
    }) as fc.Arbitrary<Step>,
    { minLength: 4, maxLength: most },
  );

let lives = 0;

/** Gives how many deeds succeeded. */
export async function liveTheLine(
  database: TestDatabase,
  session: Session,
  at: Places,
  top: Line,
  { runs, most }: { runs: number; most: number },
): Promise<number> {
  let done = 0;
  const live = fc.asyncProperty(someSteps(most), async (steps) => {
    const root = await plantLife(database, at, top);
    const past: string[] = [];
    const deeds: { eventId: string; before: string; nights: number }[] = [];
    for (const step of steps) {
      if (step.deed === "night") {
        past.unshift(await picture(database, root, 0));
        await passNight(database, root);
      } else if (step.deed === "undo") {
        const last = deeds.pop();
        if (!last) continue;
        await undoOrgChange(session, { eventId: last.eventId });
        const now = await picture(database, root, 0);
        if (now !== last.before)
          throw new Error(`before the deed it was\n${last.before}\nafter taking it back it is\n${now}`);
        past.fill(last.before, 0, past.length - last.nights);
        done += 1;
      } else {
        const before = await picture(database, root, 0);
        const eventId = await tryStep(database, session, root, step);
        if (eventId !== null) deeds.push({ eventId, before, nights: past.length });
        if (eventId !== null) done += 1;
      }
    }
    past.unshift(await picture(database, root, 0));
    await passNight(database, root);
    for (const [ago, was] of past.entries()) {
      const is = await picture(database, root, ago + 1);
      if (is !== was)
        throw new Error(`${ago + 1} days ago it was\n${was}\nnow it is said to have been\n${is}`);
    }
    const found = await offences(database, root);
    if (found.length > 0) throw new Error(found.map(({ offence }) => offence).join("\n"));
  });
  await fc.assert(live, { numRuns: runs, seed: 334, endOnFailure: true });
  return done;
}

/** A committee of its own for each life, with branches of villages and one of the chain. */
async function plantLife(database: TestDatabase, at: Places, top: Line): Promise<number> {
  lives += 1;
  const root = await plantOrg(database, top.东乡!, `第${lives}党委`, "COMMITTEE", at.东乡!);
  const one = await plantBranch(database, root, `${lives}甲`, at.一村!, "TERRITORIAL");
  await plantBranch(database, root, `${lives}乙`, at.二村!, "TERRITORIAL");
  await plantBranch(database, one.id, `${lives}丙`, at.一村!);
  await plantBranch(database, one.id, `${lives}丁`, at.一村!);
  await plantOrg(database, one.id, `${lives}组`, "GROUP", at.一村!);
  return root;
}

/** One deed on organizations picked at random; a refusal by a rule is part of life, anything else is a failure. Gives the event. */
async function tryStep(
  database: TestDatabase,
  session: Session,
  root: number,
  { deed, a, b }: Step,
): Promise<string | null> {
  const nodes = await database.look<{ id: number; leader: number; setting: string }>(
    `select o.id, o.setting, f.leading_org_id as leader from party_org_closure c join party_org o on o.id = c.node_id and o.closed_on is null
     join party_org_affiliation f on f.org_id = o.id and f.to_on is null
     where c.ancestor_id = $1 and c.depth > 0 and c.to_on is null order by o.id`,
    [root],
  );
  const node = nodes[a % Math.max(1, nodes.length)];
  const others = nodes.filter(({ id }) => id !== node?.id);
  const goal = others[b % Math.max(1, others.length)];
  if (!node) return null;
  const dated = { id: node.id, effectiveOn: today() };
  const some = <T>(list: T[]) => list.filter((_, place) => (b >> place) & 1);
  try {
    if (deed === "split") {
      const children = nodes.filter(({ leader }) => leader === node.id).map(({ id }) => String(id));
      const members = await database.look<{ id: string }>(
        "select member_id as id from party_membership where org_id = $1 and to_on is null order by 1",
        [node.id],
      );
      return (
        await splitOrg(session, {
          ...{ ...dated, name: `新${a}-${b}`, orgKind: "BRANCH", children: some(children) },
          members: some(members.map(({ id }) => id)),
        })
      ).eventId;
    }
    if (!goal) return null;
    if (deed === "merge") {
      const sources = others.slice(b % others.length).slice(0, 1 + (b % 2));
      const name = b % 3 ? `合${a}-${b}` : "";
      return (await mergeOrgs(session, { ...dated, sources: sources.map(({ id }) => id), name })).eventId;
    }
    if (deed === "close") return (await closeOrg(session, { ...dated, targetId: goal.id })).eventId;
    const basis = node.setting === "ENTITY" ? "VILLAGE_LED" : "LINE";
    return (await moveOrg(session, { ...dated, leaderId: b % 3 ? goal.id : root, basis })).eventId;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const MINE = "(select node_id from party_org_closure where ancestor_id = $1)";
const POSTS = `(select id from post where party_org_id in ${MINE})`;
const ENTITIES = `(select entity_id from industry_party where party_org_id in ${MINE})`;
const DATED: [table: string, mine: string, days: string[]][] = [
  ["party_membership", `org_id in ${MINE}`, ["from_on", "to_on"]],
  ["tenure", `post_id in ${POSTS}`, ["from_on", "to_on"]],
  ["post_quota", `post_id in ${POSTS}`, ["from_on"]],
  ["industry_party", `entity_id in ${ENTITIES}`, ["from_on", "to_on"]],
  ["party_org_affiliation", `org_id in ${MINE}`, ["from_on", "to_on"]],
  ["party_org", `id in ${MINE}`, ["opened_on", "closed_on"]],
  ["tree_event", `tree = 'PARTY_ORG' and node_id in ${MINE}`, ["effective_on"]],
  ["party_org_closure", `node_id in ${MINE}`, ["from_on", "to_on"]],
];

/** A night passes: every stored day moves one day into the past, so that "today" stays the database's own; triggers rest meanwhile. */
async function passNight(database: TestDatabase, root: number): Promise<void> {
  const steps = DATED.flatMap(([table, mine, days]) =>
    ["- 100001", "+ 100000"].flatMap((leap) =>
      (leap.startsWith("-") ? ["not null", "null"] : ["null", "not null"]).map(
        (rows) =>
          `update ${table} set ${days.map((day) => `${day} = ${day} ${leap}`).join(", ")} where ${days.at(-1)} is ${rows} and ${mine.replaceAll("$1", String(root))}`,
      ),
    ),
  );
  await database.asAdmin("set session_replication_role = replica", ...steps);
}

/** Who was led by whom `ago` days ago, who stood in which roster, which posts were held, and the figures of F1, as one text. */
async function picture(database: TestDatabase, root: number, ago: number): Promise<string> {
  const [row] = await database.look<{ picture: string }>(
    `with day as (select beijing_today() - $2::int as day),
      mine as (select id from party_org where id in ${MINE}),
      entity as (select entity_id as id from industry_party where party_org_id in (select id from mine)),
      line as (select c.* from party_org_closure c, day where c.node_id in (select id from mine) and c.from_on <= day and (c.to_on is null or c.to_on > day)
        and c.node_id in (select id from party_org where closed_on is distinct from opened_on)),
      roster as (select s.org_id, s.member_id from party_membership s, day where s.org_id in (select id from mine) and s.from_on <= day and (s.to_on is null or s.to_on > day)),
      led as (select a.* from party_org_affiliation a, day where a.org_id in (select id from mine) and a.from_on <= day and (a.to_on is null or a.to_on > day))
    select coalesce((select string_agg(ancestor_id || '>' || node_id || ':' || depth, ' ' order by ancestor_id, node_id) from line), '')
      || ' | ' || coalesce((select string_agg(org_id || '<' || leading_org_id || basis, ' ' order by org_id) from led), '')
      || ' | ' || coalesce((select string_agg(org_id || '=' || member_id, ' ' order by org_id, member_id) from roster), '')
      || ' | ' || coalesce((select string_agg(p.post_id || ':' || p.places || '/' || p.filled, ' ' order by p.post_id) from day, fact_posts(day.day) p where p.party_org_id in (select id from mine)), '')
      || ' | ' || coalesce((select string_agg(f.entity_id || ':' || f.covered || f.own, ' ' order by f.entity_id) from day, fact_entities(day.day) f where f.entity_id in (select id from entity)), '')
      || ' | ' || coalesce((select string_agg(f.org_id || ':' || f.resolved, ' ' order by f.org_id) from day, fact_entity_orgs(day.day) f where f.org_id in (select id from mine)), '') as picture`,
    [root, ago],
  );
  return row?.picture ?? "";
}

/** What must hold of today's line, as a list of offences. */
const offences = (database: TestDatabase, root: number) =>
  database.look<{ offence: string }>(
    `with mine as (select * from party_org where id in ${MINE})
    select 'led by two or none ' || o.id as offence from mine o where o.closed_on is null
      and (select count(*) from party_org_affiliation a where a.org_id = o.id and a.to_on is null) <> 1
    union all select 'line and leader differ ' || a.org_id from party_org_affiliation a join mine o on o.id = a.org_id and o.closed_on is null
      where a.to_on is null and not exists (select 1 from party_org_closure c where c.node_id = a.org_id and c.ancestor_id = a.leading_org_id and c.depth = 1 and c.to_on is null)
    union all select 'in the roster of what is no more ' || s.member_id from party_membership s join mine o on o.id = s.org_id and o.closed_on is not null where s.to_on is null
    union all select 'holds a post of what is no more ' || t.id from tenure t join post p on p.id = t.post_id join mine o on o.id = p.party_org_id and o.closed_on is not null
      where t.to_on is null or t.to_on > o.closed_on
    union all select 'covered by what is no more ' || i.entity_id from industry_party i join mine o on o.id = i.party_org_id and o.closed_on is not null where i.to_on is null
    union all select 'not in one roster ' || m.id from party_member m where m.status = 'ACTIVE'
      and (select count(*) from party_membership s where s.member_id = m.id and s.to_on is null) <> 1`,
    [root],
  );
