/** What is still theirs, and what would become of each thing: the same for the rehearsal and for the deed. */
import { type Heir, heirOf, type Leaver, ownGrants } from "#lib/domains/accounts/leaver.ts";
import { may, type Verb } from "#lib/domains/accounts/roles.ts";
import { SEAT } from "#lib/domains/needs/policy.ts";
import { pairingsHeld } from "#lib/domains/pairings/held.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { raw } from "#lib/platform/sql.ts";
import type { Fate, Hindrance, Item, Plan } from "../hand-over.ts";

type Reader = Pick<Scope, "sql" | "viewer" | "today">;
type Held = {
  kind: "import" | "export" | "treeChange" | "visit" | "need" | "instruction" | "pairingBeyond";
  id: string;
  name: string | null;
  divisionId: number;
  place: string | null;
  state: string;
};
const VERBS: Record<string, Verb> = {
  import: "import.run",
  visit: "visit.record",
  DIVISION: "division.edit",
  PARTY_ORG: "partyOrg.edit",
};
const BUSY = new Set(["CHECKING", "PUBLISHING", "TAKING_BACK"]);

export type Planned = Plan & { heir: Heir | null };

export async function planOf(reader: Reader, leaver: Leaver, to: string | undefined): Promise<Planned> {
  const heir = to ? await heirOf(reader, to) : null;
  const held = await reader.sql<Held>`
    select h.kind, h.id, h.name, h.division_id as "divisionId", d.name as place, h.state
    from sec.held_by(${leaver.id}) h left join division d on d.id = h.division_id order by h.kind, h.name, h.id`;
  const paired = await pairings(reader, leaver, heir);
  const theirs = await householdsOfHeir(reader, heir, held, paired);
  const named = await needsOfHeir(reader, heir, held);
  const items = [
    ...paired,
    ...held.flatMap((one) =>
      one.kind === "need"
        ? needOf(one, named.has(one.id) || theirs.has(one.id))
        : one.kind === "instruction"
          ? instructionOf(one, heir)
          : itemOf(reader, heir, one, theirs.has(one.id)),
    ),
  ];
  return {
    heir,
    items: [...items, ...(await roles(reader, leaver))],
    hindrances: held.flatMap(hindranceOf(items)),
  };
}

async function pairings(reader: Reader, leaver: Leaver, heir: Heir | null): Promise<Item[]> {
  if (!leaver.personId) return [];
  const rows = await pairingsHeld(reader, leaver.personId, heir?.personId ?? null);
  return rows.map((one) => {
    const mine = may(reader.viewer, "pairing.edit", one.household.divisionId);
    const can = mine && heir !== null && one.against === null;
    return {
      kind: "pairing",
      id: one.id,
      name: one.household.headName,
      place: one.place,
      what: one.kind,
      href: `/pairings/${one.id}`,
      fate: can ? "hand" : "keep",
      choices: mine ? [...(can ? (["hand"] as const) : []), "end", "keep"] : [],
      against: one.against,
    };
  });
}

/** Needs for which the heir may be named: at the level where they lie, or as the helper of the household. */
async function needsOfHeir({ sql }: Reader, heir: Heir | null, held: Held[]) {
  const needs = held.filter(({ kind }) => kind === "need").map(({ id }) => id);
  if (!heir?.accountId || needs.length === 0) return new Set<string>();
  const rows = await sql<{ id: string }>`
    select n.id from need n where n.id = any (${needs}::uuid[])
      and exists (select 1 from sec.need_handlers(${raw(SEAT)}, n.household_id) a where a.id = ${heir.accountId})`;
  return new Set(rows.map(({ id }) => id));
}

/** Nobody is left with a need by chance: to an heir who may be named for it, else back to the people of its level, who name another. */
function needOf(held: Held, can: boolean): Item {
  return {
    ...{ kind: "need", id: held.id, name: held.name ?? "", place: held.place ?? "", what: held.state },
    ...{ href: held.name === null ? null : `/needs/${held.id}`, fate: can ? "hand" : "end" },
    ...{ choices: [], against: null },
  };
}

/** Of the heir by name, unless he gave it himself; else it stays with the post, for whoever holds it next. `state` is who gave it. */
function instructionOf(held: Held, heir: Heir | null): Item {
  const can = heir?.accountId != null && String(heir.accountId) !== held.state;
  return {
    ...{ kind: "instruction", id: held.id, name: held.name ?? "", place: held.place ?? "", what: "" },
    ...{ href: held.name === null ? null : `/instructions/${held.id}`, fate: can ? "hand" : "end" },
    ...{ choices: [], against: null },
  };
}

/** Returned visits and needs of households that the heir is paired with, or will be. */
async function householdsOfHeir({ sql }: Reader, heir: Heir | null, held: Held[], paired: Item[]) {
  const idsOf = (wanted: Held["kind"]) => held.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const [visits, needs] = [idsOf("visit"), idsOf("need")];
  const taken = paired.filter(({ fate }) => fate === "hand").map(({ id }) => id);
  if (!heir?.accountId || visits.length + needs.length === 0) return new Set<string>();
  const rows = await sql<{ id: string }>`
    select v.id from (select id, household_id from visit where id = any (${visits}::uuid[])
      union all select id, household_id from need where id = any (${needs}::uuid[])) v where exists (select 1 from pairing p
      where p.household_id = v.household_id and (p.id = any (${taken}::uuid[])
        or (p.helper_id = ${heir.personId}::uuid and (p.to_on is null or p.to_on > beijing_today()))))`;
  return new Set(rows.map(({ id }) => id));
}

/** Imports, dated changes and returned visits go to whoever may do the same there: the heir, else the one who carries it out. */
function itemOf({ viewer }: Reader, heir: Heir | null, held: Held, paired: boolean): Item[] {
  if (held.kind === "pairingBeyond" || BUSY.has(held.state)) return [];
  const of = { id: held.id, name: held.name ?? "", place: held.place ?? "", what: held.state };
  const settled = { choices: [], against: null };
  if (held.kind === "export") return [{ ...of, ...settled, kind: "export", href: null, fate: "end" }];
  const verb = VERBS[held.kind] ?? VERBS[held.state] ?? "division.edit";
  const fate: Fate =
    heir?.accountId && (paired || heir.mayThere(verb, held.divisionId))
      ? "hand"
      : may(viewer, verb, held.divisionId)
        ? "mine"
        : held.kind === "import" && held.state !== "DONE"
          ? "end"
          : "keep";
  return [{ ...of, ...settled, kind: held.kind, href: hrefOf(held), fate }];
}

/** Where its rows are read; nobody but its owner opens an import. */
function hrefOf({ kind, id, name, divisionId, state }: Held): string | null {
  if (kind === "visit") return name === null ? null : `/visits?peek=${id}`;
  if (kind !== "treeChange") return null;
  return `/${state === "DIVISION" ? "divisions" : "orgs"}/${divisionId}`;
}

/** What no choice on this page settles. */
const hindranceOf =
  (items: Item[]) =>
  (held: Held): Hindrance[] => {
    const name = held.name ?? "";
    if (held.kind === "pairingBeyond") return [{ why: "beyond", place: name, count: Number(held.state) }];
    if (BUSY.has(held.state)) return [{ why: "busy", name }];
    const stays = items.some((item) => item.id === held.id && item.fate === "keep");
    return stays ? [{ why: "notMine", name }] : [];
  };

async function roles({ sql }: Reader, leaver: Leaver): Promise<Item[]> {
  const rows = await sql<{ id: string; role: string; place: string }>`
    select g.id::text as id, g.role, d.name as place from role_grant g join division d on d.id = g.division_id
    where g.id = any (${ownGrants(leaver).map(({ id }) => id)}::int[]) order by g.id`;
  return rows.map(({ id, role, place }) => ({
    kind: "role",
    id,
    name: place,
    place,
    what: role,
    href: null,
    fate: "end",
    choices: [],
    against: null,
  }));
}
