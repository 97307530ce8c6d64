/** What phones sealed when their sign-in was ended and nobody has looked at yet, opened for whoever looks over the visits of the place. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { DOOR_FACTS, type DoorFact } from "#lib/domains/households/door-facts.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { openFile } from "../inside/phone-file.ts";
import type { OpKind } from "../op.ts";

const MOST_SHOWN = 20;

export type HeldRow = {
  op: string;
  writer: string;
  closed: boolean;
  writtenAt: string;
  receivedAt: string;
  /** Null where it is no household of one's own places. */
  head: string | null;
  visitedOn: string | null;
  situation: string | null;
  note: string | null;
  photos: number;
  kind: OpKind;
  /** Of a changed fact: which, of whom in the family, and what stood there. */
  fact: { field: DoorFact; member: string | null; was: string; value: string } | null;
  /** Of a need by itself: its words. */
  asked: string | null;
};
type Stored = Pick<HeldRow, "op" | "writer" | "closed" | "writtenAt" | "receivedAt" | "head"> & {
  sealed: Buffer;
};

export const heldCopies = query({
  name: "sync.held",
  input: Nothing,
  may: (viewer) => mayAnywhere(viewer, "visit.review"),
  run: async ({ sql }): Promise<{ rows: HeldRow[]; all: number }> => {
    const rows = await sql<Stored>`
      select s.op::text, s.account_name as writer, sec.held_closed(s.op) as closed, s.written_at::text as "writtenAt", s.received_at::text as "receivedAt",
        h.head_name as head, s.sealed
      from sync_held s left join household h on h.id = s.about where s.op = any (sec.my_held()) order by s.received_at, s.op limit ${MOST_SHOWN}`;
    const [count] = await sql<{ all: number }>`select cardinality(sec.my_held()) as "all"`;
    const all = rows.map(opened);
    const ids = all.flatMap(({ personId }) => personId ?? []);
    const people = await sql<{
      id: string;
      name: string;
    }>`select id, name from person where id::text = any (${ids}::text[])`;
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const shown = all.map(({ personId, fact, ...row }) => ({
      ...row,
      fact: fact && { ...fact, member: nameOf.get(personId ?? "") ?? null },
    }));
    return { rows: shown, all: count?.all ?? 0 };
  },
});

/** What cannot be opened or read stays in the list, so that somebody turns it away. */
function opened({ sealed, ...row }: Stored): HeldRow & { personId: string | null } {
  try {
    const [op] = openFile(sealed).ops;
    const kind = op?.kind ?? "VISIT";
    return { ...row, ...textsIn(kind, JSON.parse(op?.values ?? "{}")), photos: op?.photos.length ?? 0 };
  } catch {
    return { ...row, ...textsIn("VISIT", {}), photos: 0 };
  }
}

function textsIn(kind: OpKind, told: Record<string, unknown>) {
  const text = (name: string) => (typeof told[name] === "string" ? (told[name] as string) : null);
  const field = kind === "FACT" ? DOOR_FACTS.find((one) => one === told.field) : undefined;
  return {
    kind,
    ...{ visitedOn: text("visitedOn"), situation: text("situation"), note: text("note") },
    fact: field ? { field, member: null, was: text("was") ?? "", value: text("value") ?? "" } : null,
    personId: text("personId"),
    asked: kind === "NEED" ? text("words") : null,
  };
}
