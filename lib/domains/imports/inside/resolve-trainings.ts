/**
 * Trainings against those that are recorded: one is known by the unit that holds it, its name and its first day. Whose names the
 * sign-in list bears is asked as at the screen: one who fits is meant, the others stay open to be settled on the training's page.
 */
import type pg from "pg";
import { may } from "#lib/domains/accounts/roles.ts";
import { type Attendee, recognize } from "#lib/domains/trainings/recognize.ts";
import { today } from "#lib/platform/clock.ts";
import type { Problem } from "../sheet.ts";
import { type Asker, askerOn } from "./asker.ts";
import { loadPlaces } from "./load-places.ts";
import type { PlaceNode } from "./places.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { TrainingFacts, TrainingValues } from "./staged-values.ts";

type Known = {
  id: string;
  withdrawn: boolean;
  facts: Record<string, unknown>;
  names: Record<string, number>;
};
type Found = {
  rowNo: number;
  name: string;
  training: TrainingValues;
  facts: TrainingFacts;
  told: Problem[] | null;
};
type Row = Omit<Found, "told"> & {
  told: Problem[];
  place: PlaceNode | null;
  known: Known | null;
  attendees: Attendee[];
};

/** What publishing must know, kept with the row. */
export type TrainingMeant = { divisionId: number; place: string; level: string; attendees: Attendee[] };

export const resolveTrainings: Resolver = async (client, record, _elsewhere, viewer) => {
  const asker = askerOn(client, viewer);
  const places = await loadPlaces(client, record.divisionId);
  const { rows: staged } = await client.query<Found>(
    `select row_no as "rowNo", values->>'name' as name, values->'training' as training, coalesce(values->'facts', '{}') as facts, values->'told' as told
     from import_row where import_id = $1 order by row_no`,
    [record.id],
  );
  const rows = staged.map(
    (one): Row => ({ ...one, told: one.told ?? [], place: null, known: null, attendees: [] }),
  );
  for (const row of rows) {
    const { unit, audience } = row.training;
    if (audience === null && !row.told.some(({ column }) => column === "audience"))
      tell(row, "audience", "audienceMissing", "error");
    if (row.told.some(({ column, level }) => column === "unit" && level === "error")) continue;
    const found = unit === null ? { id: record.divisionId } : places.path(unit);
    if ("key" in found) tell(row, "unit", found.key, "error", found.values, unit);
    else row.place = places.node(found.id) ?? null;
    if (row.place && !may(viewer, "training.edit", row.place.id))
      tell(row, "unit", "unitNotKept", "error", { name: row.place.name }, unit);
  }
  await findKnown(asker, rows);
  for (const row of rows) if (row.place && !isBad(row)) await findPeople(asker, row, row.place);
  await write(client, record, rows);
};

function tell(
  row: Row,
  column: string,
  key: string,
  level: Problem["level"],
  values?: Problem["values"],
  text?: string | null,
): void {
  row.told.push({ column, key, level, ...(values ? { values } : {}), ...(text ? { text } : {}) });
}

const isBad = (row: Row) => row.told.some(({ level }) => level === "error");
const keyOf = (row: { name: string; fromOn: unknown }, divisionId: number) =>
  `${divisionId} ${row.fromOn} ${row.name}`;

/** Twice in the file is told; there already it is that training, unless it was withdrawn, which a sheet does not undo. */
async function findKnown({ sql }: Asker, rows: readonly Row[]): Promise<void> {
  const known = await sql<Known & { name: string; fromOn: string; divisionId: number }>`
    select t.id, t.status = 'WITHDRAWN' as withdrawn, t.title as name, t.from_on::text as "fromOn", t.division_id as "divisionId", to_jsonb(t) as facts,
      (select coalesce(jsonb_object_agg(n.name, n.times), '{}') from (
        select a.name, count(*)::int as times from training_attendee a where a.training_id = t.id group by a.name) n) as names
    from training t where t.title = any (${rows.map(({ name }) => name)}::text[])
      and t.division_id = any (${rows.flatMap(({ place }) => (place ? [place.id] : []))}::int[]) order by t.status = 'WITHDRAWN' desc, t.id`;
  // The last of a key wins: a held one before a withdrawn one.
  const there = new Map(known.map((one) => [keyOf(one, one.divisionId), one]));
  const first = new Map<string, number>();
  for (const row of rows) {
    const { fromOn } = row.training;
    if (!row.place || !row.name || !fromOn) continue;
    const key = keyOf({ name: row.name, fromOn }, row.place.id);
    const earlier = first.get(key);
    if (earlier !== undefined) tell(row, "name", "duplicateInFile", "error", { row: earlier }, row.name);
    else first.set(key, row.rowNo);
    const found = there.get(key);
    if (found?.withdrawn) tell(row, "name", "trainingWithdrawn", "error", undefined, row.name);
    else row.known = found ?? null;
  }
}

async function findPeople({ sql, viewer }: Asker, row: Row, place: PlaceNode): Promise<void> {
  const names = row.training.names ?? "";
  if (names === "") return;
  const there = new Map(Object.entries(row.known?.names ?? {}));
  row.attendees = await recognize({ sql, viewer, today: today() }, place.id, { names }, there);
  const open = row.attendees.filter(({ personId }) => personId === null).map(({ name }) => name);
  if (open.length === 0) return;
  const few = open.slice(0, NAMED).join("、");
  tell(row, "names", open.length > NAMED ? "namesOpenMore" : "namesOpen", "warn", {
    count: open.length,
    names: few,
  });
}

/** So many of the open names stand in the words of a row. */
const NAMED = 5;

async function write(client: pg.PoolClient, record: ImportRecord, rows: readonly Row[]): Promise<void> {
  const told = rows.map((row) => {
    const { known, place, facts } = row;
    const changed = Object.entries(facts).some(([field, value]) => known?.facts[field] !== value);
    const meant: TrainingMeant = {
      divisionId: place?.id ?? record.divisionId,
      place: place?.name ?? "",
      level: facts.level ?? place?.level ?? "",
      attendees: row.attendees,
    };
    return {
      row_no: row.rowNo,
      division_id: place?.id ?? null,
      subject_id: known?.id ?? null,
      problems: row.told,
      action: isBad(row) ? "BAD" : !known ? "ADD" : changed || row.attendees.length > 0 ? "UPDATE" : "SAME",
      meant,
    };
  });
  await client.query(
    `update import_row r set division_id = n.division_id, subject_id = n.subject_id, problems = n.problems, action = n.action, values = r.values || jsonb_build_object('meant', n.meant)
     from jsonb_to_recordset($2::jsonb) as n (row_no int, division_id int, subject_id uuid, problems jsonb, action text, meant jsonb)
     where r.import_id = $1 and r.row_no = n.row_no`,
    [record.id, JSON.stringify(told)],
  );
}
