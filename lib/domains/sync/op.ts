/**
 * What a phone sends when it comes back into the network (同步): one operation for each thing written down on the way.
 * Invariants: an operation is taken in once, however often it is sent; each fails alone; a phone forgets one only when the answer
 * names its number and the digest of what it carried.
 */

/** Photos travel in parts, so that a cut costs one part. */
export const PART_BYTES = 65_536;
export const MOST_OPS = 20;
/** With this begins the file that a phone exports; sealed copies follow, each behind its length in four bytes. */
export const FILE_MARK = "QAMDO334";
/** So long a phone keeps the registry without contact. */
export const KEPT_DAYS = 7;
/** A phone that carries more households than this is no field work. */
export const MOST_HOUSEHOLDS = 500;

/**
 * In the order in which they are sent: what is known of a family first, then who was there, then what it asks for by itself, what is added
 * to a visit, and the family's word on what was done; at a desk a case before the papers that were still missing; who was at a training.
 */
export const OP_KINDS = [
  "FACT",
  "VISIT",
  "NEED",
  "ADDITION",
  "VERDICT",
  "CASE",
  "PAPERS",
  "ATTENDANCE",
] as const;
export type OpKind = (typeof OP_KINDS)[number];
/** About a window or a training, and no family: they hang on its place. */
export const OF_A_PLACE = ["CASE", "PAPERS", "ATTENDANCE"] as const satisfies readonly OpKind[];
/** What somebody else than its writer may take in (inside/takes-in.ts); all else its writer sends, signed in. */
export const TAKEN_FOR_OTHERS: readonly OpKind[] = ["VISIT", "FACT", "NEED"];
/** Without a kind it is a visit. */
export type Op = { kind?: OpKind; op: string; sha256: string; writtenAt: string; values: string };

export type OpAnswer =
  | { op: string; sha256: string; state: "accepted"; seq: string }
  /** Will be refused as it stands, however often it is sent. */
  | {
      op: string;
      sha256: string;
      state: "refused";
      code: string;
      message: string;
      fields?: Record<string, string[]>;
    }
  /** Somebody else said otherwise meanwhile: whoever wrote it chooses, on the phone. */
  | ({ op: string; sha256: string; state: "differs" } & Differs)
  /** What it rests on is not there yet: kept on the phone, and tried again until it is. */
  | { op: string; sha256: string; state: "early"; message: string }
  /** Not now: the machine is busy or failed; the phone tries again. */
  | { op: string; sha256: string; state: "later" };

/** What stands there by now, and who said so when. */
export type Differs = { now: string; by: string | null; at: string | null };

export type PartAnswer =
  | { state: "more"; received: number }
  /** Its visit is not there yet. */
  | { state: "early"; message: string }
  | { state: "accepted"; sha256: string }
  | { state: "refused"; message: string };

/** What stands in the outbox, as far as its state depends on it. */
export type Outgoing = {
  /** The server has the text. */
  taken: boolean;
  refused: { message: string } | null;
  differs?: Differs | null;
  /** What it rests on had not come when it was sent last. */
  early?: string | null;
  photos: readonly { done: boolean }[];
  /** The sealed copy waits at the server until somebody has looked at it. */
  held?: boolean;
};

export const ITEM_STATES = ["queued", "sending", "partial", "early", "differs", "refused", "held"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Told from the row itself, never kept beside it. */
export function stateOf(item: Outgoing, sending = false): ItemState {
  if (item.refused) return "refused";
  if (item.differs) return "differs";
  if (sending) return "sending";
  if (item.early) return "early";
  if (item.held) return "held";
  return item.taken ? "partial" : "queued";
}

/**
 * Five seconds, then twice as long each time, up to five minutes; a chance of ± a quarter keeps phones from coming all at once.
 * `asked`: the seconds that the machine itself asked for; never sooner than that.
 */
export function pauseAfter(tries: number, chance: number, asked = 0): number {
  const pause = Math.min(5_000 * 2 ** Math.max(0, tries - 1), 300_000);
  return Math.max(Math.round(pause * (0.75 + chance / 2)), asked * 1000);
}

/** A UUIDv7: sorts by when it was made. */
export function newOpId(now: number, random: Uint8Array): string {
  const bytes = Uint8Array.from({ length: 16 }, (_, at) =>
    at < 6 ? Math.floor(now / 2 ** (8 * (5 - at))) % 256 : (random[at - 6] ?? 0),
  );
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
