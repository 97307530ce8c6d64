/** What phones sealed when their sign-in was ended and nobody has looked at yet, opened for whoever looks over the visits of the place. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { openFile } from "../inside/phone-file.ts";

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
};
type Stored = Omit<HeldRow, "visitedOn" | "situation" | "note" | "photos"> & { sealed: Buffer };

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
    return { rows: rows.map(opened), all: count?.all ?? 0 };
  },
});

/** What cannot be opened or read stays in the list, so that somebody turns it away. */
function opened({ sealed, ...row }: Stored): HeldRow {
  try {
    const [op] = openFile(sealed).ops;
    return { ...row, ...textsIn(JSON.parse(op?.values ?? "{}")), photos: op?.photos.length ?? 0 };
  } catch {
    return { ...row, ...textsIn({}), photos: 0 };
  }
}

function textsIn(told: Record<string, unknown>) {
  const text = (name: string) => (typeof told[name] === "string" ? (told[name] as string) : null);
  return { visitedOn: text("visitedOn"), situation: text("situation"), note: text("note") };
}
