/**
 * Members against the rosters: known by ID number, else by organization, name and month of birth. Whoever is new is somebody of the
 * registry where that leaves no doubt. A sheet never moves anybody from one roster to another: that has a day and is a deed of its own.
 */
import type pg from "pg";
import type { Problem } from "../sheet.ts";
import {
  holdersAmong,
  type KnownMember,
  type KnownOrg,
  type KnownPerson,
  membersKnown,
  orgsKnown,
  peopleKnown,
} from "./members-known.ts";
import { bareOrg, nearestOrg } from "./org-readings.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { MemberValues } from "./staged-values.ts";

export type MemberRow = {
  rowNo: number;
  name: string;
  member: MemberValues;
  id: { digest: string; also?: string } | null;
  told: Problem[];
  org: KnownOrg | null;
  known: KnownMember | null;
  personId: string | null;
  /** Holds a post today. */
  inPost: boolean;
};
/** A mark that begins, ends, or says another place; named by the column that says so. */
export type MarkMeant = { flag: string; field: string; old: boolean | string | null; new: boolean | string };
/** What publishing must know, kept with the row. */
export type MemberMeant = {
  memberId: string | null;
  personId: string | null;
  orgId: number | null;
  place: string;
  marks: MarkMeant[];
};

export const resolveMembers: Resolver = async (client, record) => {
  const { rows: staged } = await client.query<Omit<MemberRow, "told"> & { told: Problem[] | null }>(
    `select row_no as "rowNo", values->>'name' as name, values->'roll' as member, values->'id' as id, values->'told' as told
     from import_row where import_id = $1 order by row_no`,
    [record.id],
  );
  const rows = staged.map(
    (one): MemberRow => ({
      ...one,
      told: one.told ?? [],
      org: null,
      known: null,
      personId: null,
      inPost: false,
    }),
  );
  const orgs = await orgsKnown(client, record.divisionId);
  for (const row of rows) row.org = orgOf(row, orgs);
  const people = await peopleKnown(client, rows);
  const members = await membersKnown(
    client,
    rows,
    [...people.byDigest.values()].map(({ id }) => id),
  );
  for (const row of rows) recognize(row, people, members);
  const inPost = await holdersAmong(
    client,
    rows.flatMap(({ known, personId }) => known?.personId ?? personId ?? []),
  );
  for (const row of rows) {
    row.inPost = inPost.has(row.known?.personId ?? row.personId ?? "");
    tellNoPost(row);
  }
  tellTwice(rows);
  await write(client, record, rows);
};

function tell(
  row: MemberRow,
  column: string,
  key: string,
  values?: Problem["values"],
  level: Problem["level"] = "error",
) {
  const text = (row.member as Record<string, unknown>)[column];
  row.told.push({
    ...{ column, key, level },
    ...(values ? { values } : {}),
    ...(typeof text === "string" && column !== "idNo" ? { text: [...text].slice(0, 60).join("") } : {}),
  });
}

type Orgs = Awaited<ReturnType<typeof orgsKnown>>;

function orgOf(row: MemberRow, { byId, byName, within }: Orgs): KnownOrg | null {
  const { orgNo, orgName } = row.member;
  if (orgNo !== null) {
    const found = byId.get(Number(orgNo));
    if (!found) tell(row, "orgNo", "orgUnknown");
    else if (!found.within) tell(row, "orgNo", "orgOutside");
    return found?.within ? found : null;
  }
  if (orgName === null) return null;
  const alike = byName.get(bareOrg(orgName)) ?? [];
  const mine = alike.filter((org) => org.within);
  if (mine.length === 1) return mine[0] ?? null;
  const name = [...orgName].slice(0, 30).join("");
  if (mine.length > 1) tell(row, "orgName", "orgTwice");
  else if (alike.length > 0) tell(row, "orgName", "orgOutside");
  else {
    const near = nearestOrg(orgName, within);
    tell(row, "orgName", near ? "rosterUnknownNear" : "rosterUnknown", near ? { name, near } : { name });
  }
  return null;
}

type People = Awaited<ReturnType<typeof peopleKnown>>;
type Members = Awaited<ReturnType<typeof membersKnown>>;

function recognize(row: MemberRow, people: People, members: Members): void {
  const { id, org, member } = row;
  if (id) {
    const person = people.byDigest.get(id.digest) ?? people.byDigest.get(id.also ?? "");
    if (!person) {
      if (people.taken.has(id.digest) || people.taken.has(id.also ?? "")) tell(row, "idNo", "idElsewhere");
      else byName(row, people, members, true);
      return;
    }
    if (person.name !== row.name) tell(row, "name", "personNameDiffers", { name: person.name });
    takeAs(row, person, members);
    return;
  }
  if (org) byName(row, people, members, false);
  else if (member.orgName !== null) return;
}

/** The number says who it is, wherever he stands. */
function takeAs(row: MemberRow, person: KnownPerson, members: Members): void {
  const known = members.byPerson.get(person.id) ?? null;
  row.personId = person.id;
  if (known === null) {
    if (person.enrolled) tell(row, "idNo", "memberBeyond");
    return;
  }
  standsHere(row, known);
}

function standsHere(row: MemberRow, known: KnownMember): void {
  row.known = known;
  if (known.status !== "ACTIVE") tell(row, "name", "memberLeft", { day: known.statusOn ?? "" });
  else if (row.org && known.orgId !== row.org.id)
    tell(row, "orgName", "memberElsewhere", { name: known.orgName ?? "" });
}

const month = (day: string | null) => day?.slice(0, 7) ?? null;

/** Without a number: the one of that name in the roster whose month of birth does not speak against it. */
function byName(row: MemberRow, people: People, members: Members, numbered: boolean): void {
  const { org, member } = row;
  if (!org) return;
  const born = month(member.birthOn);
  const alike = (members.byRoster.get(`${org.id} ${row.name}`) ?? []).filter(
    (one) =>
      !(numbered && one.hasIdNo) && (born === null || one.birthOn === null || month(one.birthOn) === born),
  );
  if (alike.length > 1) tell(row, "name", "memberTwice", { name: row.name });
  else if (alike[0]) standsHere(row, alike[0]);
  else {
    const here = (people.byPlace.get(`${org.divisionId} ${row.name}`) ?? []).filter(
      (one) => !one.enrolled && !(numbered && one.hasIdNo) && born !== null && month(one.birthOn) === born,
    );
    if (here.length > 1) tell(row, "name", "rosterNamesakes", { name: row.name });
    row.personId = here.length === 1 ? (here[0]?.id ?? null) : null;
    if (
      member.joinedOn === null &&
      !row.told.some(({ column }) => column === "joinedOn" || column === "bothDays")
    )
      tell(row, "joinedOn", "required");
  }
}

function tellTwice(rows: readonly MemberRow[]): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const { known, personId, org, member, id } = row;
    const key = known
      ? `m ${known.id}`
      : personId
        ? `p ${personId}`
        : org && !id
          ? `n ${org.id} ${row.name} ${month(member.birthOn)}`
          : null;
    if (key === null) continue;
    const earlier = first.get(key);
    if (earlier !== undefined) tell(row, "name", "duplicateInFile", { row: earlier });
    else first.set(key, row.rowNo);
  }
}

const MARKS = [
  ["PROSPERITY_LEADER", "prosperityLeader"],
  ["DISABLED", "disabled"],
  ["FRAIL", "frail"],
] as const;

/** What a cell says of a mark against what holds; an empty cell says nothing. */
function marksOf({ member, known }: MemberRow): MarkMeant[] {
  const marks: MarkMeant[] = [];
  for (const [flag, field] of MARKS) {
    const said = member[field];
    const held = known?.flags.some((one) => one.flag === flag) ?? false;
    if (said !== null && said !== held) marks.push({ flag, field, old: held, new: said });
  }
  const away = known?.flags.find(({ flag }) => flag === "MOBILE");
  if (member.mobileTo !== null && member.mobileTo !== (away?.whereTo ?? null))
    marks.push({ flag: "MOBILE", field: "mobileTo", old: away?.whereTo ?? null, new: member.mobileTo });
  return marks;
}

/** The sheet's word against the tenures: told, never kept. */
function tellNoPost(row: MemberRow): void {
  const said = row.member.noPost;
  if (said === null) return;
  if (said === row.inPost) tell(row, "noPost", said ? "inPost" : "notInPost", undefined, "warn");
}

const FACTS = ["education", "memberGroup", "joinedOn", "fullOn", "partyPost", "duty"] as const;

async function write(client: pg.PoolClient, record: ImportRecord, rows: readonly MemberRow[]): Promise<void> {
  const told = rows.map((row) => {
    const { known, org, member } = row;
    const bad = row.told.some(({ level }) => level === "error");
    const marks = bad ? [] : marksOf(row);
    const differs =
      known !== null &&
      (marks.length > 0 || FACTS.some((key) => member[key] !== null && member[key] !== known[key]));
    const meant: MemberMeant = {
      memberId: known?.id ?? null,
      personId: row.personId,
      orgId: org?.id ?? null,
      place: org?.name ?? "",
      marks: known ? marks : marks.filter((mark) => mark.new !== false),
    };
    return {
      row_no: row.rowNo,
      division_id: org?.divisionId ?? null,
      problems: row.told,
      action: bad ? "BAD" : known === null ? "ADD" : differs ? "UPDATE" : "SAME",
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
