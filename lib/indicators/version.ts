/**
 * Versions of an indicator: from which day on it is counted and judged in which way. What is closed before a version begins keeps
 * the one of its time, so that another formula or threshold never rewrites it.
 */
import { createHash } from "node:crypto";
import type { Period } from "#lib/base/period.ts";
import { INDICATORS } from "./catalog.ts";
import type { Ratio } from "./indicator.ts";
import { isSound } from "./own.ts";

/** The first version of all: as far back as the registry goes. */
export const EPOCH = "2014-01-01";

export type Version = {
  indicator: string;
  /** First day of a month. */
  fromOn: string;
  declaration: Ratio;
  /** As it was noted when the version began. */
  digest: string;
  origin: "PROGRAM" | "OFFICE";
  /** From this day on it is counted no more. */
  retired?: boolean;
};

/** Of what is counted and over which periods: neither words nor the light's rule belong to it. */
export function countingDigest(declared: Ratio): string {
  const { of, whole, part, measure, due, periods, scored, adds, slices } = declared;
  const counted = {
    ...{ of, whole, part, measure: measure ?? "share", due, periods, scored },
    adds: adds && {
      column: adds.column,
      mean: adds.mean,
      over: adds.over && [adds.over.column, adds.over.per],
    },
    slices: slices?.map(({ key, part }) => [key, part]),
  };
  return createHash("sha256").update(canonical(counted)).digest("hex");
}

/** The same text whatever the order in which a database or a programmer names the parts. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** A period whose figures were told, and of which indicators. */
export type Closed = { period: Period; indicators: readonly string[] };

/** All indicators with all their versions, and which of their figures were told and stand. */
export class Catalog {
  readonly #versions: ReadonlyMap<string, readonly Version[]>;
  readonly #closed: ReadonlyMap<Period, ReadonlySet<string>>;
  /** Versions that this program cannot read: left out, and told on the page of the machine's health. */
  readonly unreadable: readonly Pick<Version, "indicator" | "fromOn">[];

  /** `found`: the versions of those indicators that have more to say than the program's own declaration, oldest first. */
  constructor(found: readonly Version[] = [], closed: readonly Closed[] = []) {
    const kept = found.filter(isReadable);
    this.unreadable = found.filter((version) => !kept.includes(version));
    this.#closed = new Map(closed.map(({ period, indicators }) => [period, new Set(indicators)]));
    const versions = new Map<string, Version[]>(
      INDICATORS.map((declaration) => [
        declaration.id,
        [
          {
            indicator: declaration.id,
            fromOn: EPOCH,
            declaration,
            digest: countingDigest(declaration),
            origin: "PROGRAM",
          },
        ],
      ]),
    );
    for (const id of new Set(kept.map(({ indicator }) => indicator)))
      versions.set(
        id,
        kept.filter(({ indicator }) => indicator === id),
      );
    this.#versions = byItem(versions);
  }

  isClosed(id: string, period: Period): boolean {
    return this.#closed.get(period)?.has(id) ?? false;
  }

  get ids(): string[] {
    return [...this.#versions.keys()];
  }

  versionsOf(id: string): readonly Version[] {
    return this.#versions.get(id) ?? [];
  }

  /** The version in force on a day. */
  versionOn(id: string, day: string): Version | null {
    return this.versionsOf(id).findLast(({ fromOn }) => fromOn <= day) ?? null;
  }

  on(id: string, day: string): Ratio | null {
    const version = this.versionOn(id, day);
    return version && !version.retired ? version.declaration : null;
  }

  /** What is counted on a day, in the order of the catalog. An item to which the program gives no headline shows the office's first. */
  of(day: string): Ratio[] {
    const declared = this.ids.map((id) => this.on(id, day)).filter((one) => one !== null);
    const led = new Set(declared.filter(({ headline }) => headline).map(({ item }) => item));
    return declared.map((one) => {
      if (led.has(one.item)) return one;
      led.add(one.item);
      return { ...one, headline: true };
    });
  }

  /** By which words an indicator is known, also one that is counted no more or not yet. */
  known(id: string): Ratio | null {
    return this.versionsOf(id).at(-1)?.declaration ?? null;
  }

  get all(): Ratio[] {
    return this.ids.map((id) => this.known(id)).filter((one) => one !== null);
  }
}

/** The office's own stand behind the program's of their item. */
function byItem(versions: ReadonlyMap<string, readonly Version[]>): ReadonlyMap<string, readonly Version[]> {
  const entries = [...versions];
  const items = new Set(entries.map(([, [first]]) => first?.declaration.item));
  return new Map(
    [...items].flatMap((item) => entries.filter(([, [first]]) => first?.declaration.item === item)),
  );
}

/** A formula of the program's is counted as this program declares it unless an older one is kept; what is kept must name facts and columns that are there. */
const isReadable = ({ indicator, declaration }: Version) =>
  isSound(declaration) && declaration.id === indicator;
