/**
 * Accounts against those that are there, and against each other. What stands against one is asked of the same rules by which accounts are
 * made singly and in bulk: unit and reach, the roles that the importer may give, the account name, the person, and the term.
 * An account that is there is never changed by a sheet: told where it differs, and mended on its own page.
 */
import type pg from "pg";
import { baseName, freeName, takenAmong } from "#lib/domains/accounts/account-names.ts";
import { type KnownPerson, mayLink, peopleNamed } from "#lib/domains/accounts/account-owners.ts";
import { username as Username } from "#lib/domains/accounts/input.ts";
import { ROLE_WORDS } from "#lib/domains/accounts/list-labels.ts";
import { grantableAt, may, mayGrant } from "#lib/domains/accounts/roles.ts";
import { readUsername } from "#lib/domains/accounts/sign-in.ts";
import { endsTooSoon } from "#lib/domains/accounts/term.ts";
import { today } from "#lib/platform/clock.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Problem } from "../sheet.ts";
import { type Asker, askerOn } from "./asker.ts";
import { loadPlaces } from "./load-places.ts";
import type { PlaceNode, Places } from "./places.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { AccountValues } from "./staged-values.ts";

type Known = {
  id: number;
  username: string;
  name: string;
  divisionId: number;
  status: string;
  grants: { role: string; divisionId: number }[];
};
type Found = {
  rowNo: number;
  account: AccountValues;
  id: { digest: string; also?: string } | null;
  told: Problem[];
};
type Row = Found & {
  place: PlaceNode | null;
  username: string | null;
  known: Known | null;
  personId: string | null;
};

/** What publishing must know, kept with the row. */
export type AccountMeant = {
  username: string;
  divisionId: number;
  personId: string | null;
  fromOn: string | null;
  toOn: string | null;
  place: string;
};

export const resolveAccounts: Resolver = async (client, record, _elsewhere, viewer) => {
  const asker = askerOn(client, viewer);
  const places = await loadPlaces(client, record.divisionId);
  const { rows: staged } = await client.query<Omit<Found, "told"> & { told: Problem[] | null }>(
    `select row_no as "rowNo", values->'account' as account, values->'id' as id, values->'told' as told
     from import_row where import_id = $1 order by row_no`,
    [record.id],
  );
  const rows = staged.map((one): Row => {
    const told = one.told ?? [];
    const { username } = one.account;
    const found = { ...one, told };
    return {
      ...found,
      place: placeOf(found, places, record),
      username: username && readUsername(username),
      known: null,
      personId: null,
    };
  });
  judgeRoles(rows, viewer);
  for (const row of rows) judgeTerm(row, today());
  await findKnown(asker, rows, places);
  await findPeople(asker, rows);
  await nameThem(asker, rows);
  await write(client, record, rows);
};

/** With what stands in the cell, where that is kept as it was written. */
function say(row: Found, column: string, key: string, level: Problem["level"], values?: Problem["values"]) {
  const text = column === "role" ? null : (row.account as Record<string, string | null>)[column];
  row.told.push({ column, key, level, ...(values ? { values } : {}), ...(text ? { text } : {}) });
}
const tell = (row: Found, column: string, key: string, values?: Problem["values"]): void =>
  say(row, column, key, "error", values);
const hint = (row: Found, column: string, key: string, values?: Problem["values"]): void =>
  say(row, column, key, "warn", values);

/** Nothing said is the unit of the import itself, as in a pasted list. */
function placeOf(row: Found, places: Places, record: ImportRecord): PlaceNode | null {
  const { unit } = row.account;
  if (row.told.some(({ column, level }) => column === "unit" && level === "error")) return null;
  if (unit === null) return places.node(record.divisionId) ?? null;
  const found = places.path(unit);
  if ("id" in found) return places.node(found.id) ?? null;
  tell(row, "unit", found.key, found.values);
  return null;
}

function judgeRoles(rows: readonly Row[], viewer: Viewer): void {
  for (const row of rows) {
    const { place, account } = row;
    if (!place) continue;
    if (!may(viewer, "account.make", place.id)) tell(row, "unit", "unitBeyond", { name: place.name });
    else if (account.role && !mayGrant(viewer, account.role, place)) {
      const roles = grantableAt(viewer, place).map((role) => ROLE_WORDS[role]["zh-CN"]);
      const values = { name: place.name, near: roles.join("、") };
      tell(row, "role", roles.length > 0 ? "roleHere" : "roleNone", values);
    }
  }
}

function judgeTerm(row: Row, now: string): void {
  const { fromOn, toOn } = row.account;
  if (toOn !== null && toOn <= now) tell(row, "toOn", "termOver");
  else if (endsTooSoon(fromOn, toOn, now)) tell(row, "toOn", "termEnds");
  if (fromOn !== null && fromOn < now) hint(row, "fromOn", "termPast");
}

/** By the name to sign in with; without one, by the person's name at that place. */
async function findKnown({ sql }: Asker, rows: readonly Row[], places: Places): Promise<void> {
  const known = await sql<Known>`
    select a.id, a.username, a.name, a.division_id as "divisionId", a.status,
      (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'divisionId', g.division_id)), '[]') from role_grant g
        where g.account_id = a.id and g.delegation_id is null and (g.to_at is null or g.to_at > now())) as grants
    from account a where a.username = any (${rows.map(({ username }) => username ?? "")}::text[])
      or a.name = any (${rows.map(({ account }) => account.name ?? "")}::text[]) order by a.id`;
  const byUsername = new Map(known.map((one) => [one.username, one]));
  const first = new Map<string, number>();
  for (const row of rows) {
    const { username, account, place } = row;
    const there = username ? byUsername.get(username) : undefined;
    // The same person once more, or twice the same name to sign in with.
    const key = username ? `n ${username}` : account.name && place ? `p ${place.id} ${account.name}` : null;
    const earlier = key === null ? undefined : first.get(key);
    if (earlier !== undefined)
      tell(row, username ? "username" : "name", username ? "duplicateInFile" : "personTwice", {
        row: earlier,
      });
    else if (key !== null) first.set(key, row.rowNo);
    if (there && account.name && there.name !== account.name)
      tell(row, "username", places.node(there.divisionId) ? "usernameOf" : "usernameTaken", {
        name: there.name,
        text: there.username,
      });
    else if (there) row.known = there;
    else if (!username && place) {
      const alike = known.filter(({ name, divisionId }) => name === account.name && divisionId === place.id);
      if (alike.length > 1) tell(row, "username", "accountsThere", { name: account.name ?? "" });
      else row.known = alike[0] ?? null;
      if (row.known) hint(row, "username", "accountThere", { text: row.known.username });
    }
    if (row.known) tellDifference(row, row.known);
  }
}

function tellDifference(row: Row, known: Known): void {
  const { place, account } = row;
  if (known.status !== "ACTIVE") hint(row, "username", "accountClosed");
  else if (
    place &&
    account.role &&
    !known.grants.some(({ role, divisionId }) => role === account.role && divisionId === place.id)
  )
    hint(row, "role", "accountRoleDiffers");
}

async function findPeople(asker: Asker, rows: readonly Row[]): Promise<void> {
  const fresh = rows.filter(({ known }) => known === null);
  const named = new Map<string, KnownPerson[]>();
  for (const person of await peopleNamed(asker, [
    ...new Set(fresh.map(({ account }) => account.name ?? "")),
  ])) {
    const key = `${person.divisionId} ${person.name}`;
    named.set(key, [...(named.get(key) ?? []), person]);
  }
  const digests = fresh.flatMap(({ id }) => (id ? [id.digest, ...(id.also ? [id.also] : [])] : []));
  const numbered = await asker.sql<KnownPerson & { digest: string }>`
    select p.id, p.name, p.division_id as "divisionId", encode(p.id_no_digest, 'hex') as digest,
      (select a.username from account a where a.person_id = p.id and a.status = 'ACTIVE' limit 1) as username
    from person p where p.id_no_digest = any (select decode(d, 'hex') from unnest(${digests}::text[]) d)`;
  const byNumber = new Map(numbered.map((person) => [person.digest, person]));
  const first = new Map<string, number>();
  for (const row of fresh) {
    const { id, account, place } = row;
    const matches = place ? (named.get(`${place.id} ${account.name}`) ?? []) : [];
    const person = id
      ? (byNumber.get(id.digest) ?? byNumber.get(id.also ?? ""))
      : matches.length === 1
        ? matches[0]
        : undefined;
    if (id && !person) hint(row, "idNo", "personUnknown");
    if (!id && matches.length > 1) hint(row, "name", "personNamesakes");
    if (!person) continue;
    if (id && account.name && person.name !== account.name) {
      tell(row, "name", "personNameDiffers", { name: person.name });
      continue;
    }
    const earlier = first.get(person.id);
    if (person.username) tell(row, id ? "idNo" : "name", "personHasAccount", { text: person.username });
    else if (earlier !== undefined)
      tell(row, id ? "idNo" : "name", id ? "personTwiceNumber" : "personTwice", { row: earlier });
    else first.set(person.id, row.rowNo);
    row.personId = mayLink(asker.viewer, person) ? person.id : null;
  }
}

/** Whoever has no name to sign in with is given one, from the pinyin; nobody one that is taken, in sight or out of it. */
async function nameThem(asker: Asker, rows: readonly Row[]): Promise<void> {
  const fresh = rows.filter(({ known, account }) => known === null && account.name !== null);
  const bases = new Map(fresh.map((row) => [row, baseName(row.account.name ?? "", row.username ?? "")]));
  const taken = await takenAmong(asker, [...bases.values()]);
  const planned = new Set(rows.flatMap(({ username }) => (username ? [username] : [])));
  for (const row of fresh) {
    if (!row.username) {
      row.username = freeName(bases.get(row) ?? "user", taken, planned);
      planned.add(row.username);
    } else if (!Username.safeParse(row.username).success) tell(row, "username", "usernameForm");
    else if (
      taken.has(row.username) &&
      !row.told.some(({ key }) => key === "usernameOf" || key === "usernameTaken")
    )
      tell(row, "username", "usernameTaken", { text: row.username });
  }
}

async function write(client: pg.PoolClient, record: ImportRecord, rows: readonly Row[]): Promise<void> {
  const told = rows.map((row) => {
    const { account, known, place } = row;
    const bad = row.told.some(({ level }) => level === "error");
    const meant: AccountMeant = {
      username: known?.username ?? row.username ?? "",
      divisionId: place?.id ?? record.divisionId,
      personId: row.personId,
      fromOn: account.fromOn,
      toOn: account.toOn,
      place: place?.name ?? "",
    };
    return {
      row_no: row.rowNo,
      division_id: place?.id ?? null,
      problems: row.told,
      action: bad ? "BAD" : known ? "SAME" : "ADD",
      meant,
    };
  });
  await client.query(
    `update import_row r set division_id = n.division_id, problems = n.problems, action = n.action, values = r.values || jsonb_build_object('meant', n.meant)
     from jsonb_to_recordset($2::jsonb) as n (row_no int, division_id int, problems jsonb, action text, meant jsonb)
     where r.import_id = $1 and r.row_no = n.row_no`,
    [record.id, JSON.stringify(told)],
  );
}
