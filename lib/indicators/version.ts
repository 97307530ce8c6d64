/**
 * Versions of an indicator: from which day on it is counted and judged in which way. What is closed before a version begins keeps
 * the one of its time, so that another formula or threshold never rewrites it.
 */
import { createHash } from "node:crypto";
import type { Period } from "#lib/base/period.ts";
import { INDICATORS } from "./catalog.ts";
import type { Ratio } from "./indicator.ts";

/** The first version of all: as far back as the registry goes. */
export const EPOCH = "2014-01-01";

export type Version = {
  indicator: string;
  /** First day of a month. */
  fromOn: string;
  declaration: Ratio;
  origin: "PROGRAM" | "OFFICE";
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

  /** `kept`: the versions of those indicators that have more to say than the program's own declaration, oldest first. */
  constructor(kept: readonly Version[] = [], closed: readonly Closed[] = []) {
    this.#closed = new Map(closed.map(({ period, indicators }) => [period, new Set(indicators)]));
    const versions = new Map<string, Version[]>(
      INDICATORS.map((declaration) => [
        declaration.id,
        [{ indicator: declaration.id, fromOn: EPOCH, declaration, origin: "PROGRAM" }],
      ]),
    );
    for (const id of new Set(kept.map(({ indicator }) => indicator)))
      versions.set(
        id,
        kept.filter(({ indicator }) => indicator === id),
      );
    this.#versions = versions;
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
    return this.versionOn(id, day)?.declaration ?? null;
  }

  /** What is counted on a day, in the order of the catalog. */
  of(day: string): Ratio[] {
    return this.ids.map((id) => this.on(id, day)).filter((one) => one !== null);
  }
}
