/** Finds the village that a row speaks of, among the places under the unit of the import; never guesses between two. */
import { barePlace, placeSpellings, withoutOffice, withoutRegion } from "./place-readings.ts";
import { bareLabel } from "./text-readings.ts";

export type PlaceNode = { id: number; name: string; level: string; parentId: number | null };
export type Named = { county?: string | null; township?: string | null; village?: string | null };
export type PlaceProblem = {
  column: "county" | "township" | "village";
  key: string;
  values?: Record<string, string>;
};
export type Place = { id: number; name: string };

const LEVELS = [
  ["county", "COUNTY"],
  ["township", "TOWNSHIP"],
  ["village", "VILLAGE"],
] as const;

export class Places {
  private readonly byId: Map<number, PlaceNode>;
  private readonly villages: PlaceNode[];
  private readonly named: readonly PlaceNode[];
  private readonly spelled = new Map<number, string[]>();
  private readonly bare = new Map<number, string>();
  private readonly asked = new Map<string, Place | PlaceProblem>();

  /** `under` are the open nodes under the unit; `above` its ancestors, for the names of the levels above it. */
  constructor(under: readonly PlaceNode[], above: readonly PlaceNode[]) {
    this.byId = new Map([...above, ...under].map((node) => [node.id, node]));
    this.named = under;
    this.villages = under.filter((node) => node.level === "VILLAGE");
    for (const node of this.byId.values()) this.bare.set(node.id, barePlace(node.name, node.level));
  }

  find(named: Named): Place | PlaceProblem {
    const key = `${named.county ?? ""}\u0001${named.township ?? ""}\u0001${named.village ?? ""}`;
    let found = this.asked.get(key);
    if (found === undefined) {
      found = this.look(named);
      if (this.asked.size < 20_000) this.asked.set(key, found);
    }
    return found;
  }

  /** The seat of what may sit at any level: the lowest place that is named, or the unit itself. */
  seat(named: Named, unit: number): Place | PlaceProblem {
    if (named.village) return this.find(named);
    let candidates = [...this.byId.values()];
    let deepest: string | null = null;
    for (const [column, level] of LEVELS) {
      const name = named[column];
      if (!name) continue;
      const wanted = barePlace(name, level);
      const kept = candidates.filter((node) => this.bare.get(this.atLevel(node, level)?.id ?? -1) === wanted);
      if (kept.length === 0) return this.notFound(column, level, name, candidates);
      candidates = kept;
      deepest = level;
    }
    const seats = candidates.filter((node) => (deepest === null ? node.id === unit : node.level === deepest));
    const [only, another] = seats;
    if (only && !another) return { id: only.id, name: only.name };
    return { column: "township", key: "placeTwice", values: { name: named.township ?? named.county ?? "" } };
  }

  /** One cell for the whole way down, as far as it is needed: "察雅县吉塘镇吉塘村", "吉塘镇/吉塘村", "吉塘". */
  path(text: string): Place | Omit<PlaceProblem, "column"> {
    const whole = withoutRegion(text);
    const said = withoutOffice(whole) || whole;
    const under = this.named.filter(({ level }) => level !== "GROUP");
    const by = (wanted: string) => under.filter((node) => this.endsIn(node, wanted));
    const found = by(whole).length > 0 ? by(whole) : by(said);
    // The place that bears the very name before one that is only called so for short.
    const exact = found.filter(
      (node) =>
        bareLabel(node.name) === whole ||
        (this.bare.get(node.id) !== whole && this.spellings(node).includes(whole)),
    );
    const [only, another] = exact.length > 0 ? exact : found;
    if (only && !another) return { id: only.id, name: only.name };
    const name = [...text].slice(0, 20).join("");
    if (only) return { key: "unitTwice", values: { name } };
    const near = nearestOf(
      said,
      under.map((node) => ({ name: node.name, bare: this.bare.get(node.id) ?? "" })),
    );
    return near === null
      ? { key: "unitUnknown", values: { name } }
      : { key: "unitUnknownNear", values: { name, near } };
  }

  /** Is this the place, with or without those above it before its name? */
  private endsIn(node: PlaceNode | undefined, text: string): boolean {
    if (!node) return false;
    const above = this.byId.get(node.parentId ?? -1);
    return this.spellings(node).some((name) => {
      if (!text.endsWith(name)) return false;
      const rest = text.slice(0, text.length - name.length);
      return rest === "" || this.leadsTo(above, rest);
    });
  }

  /** What stands before a name: places above it, none of them twice, some perhaps left out. */
  private leadsTo(node: PlaceNode | undefined, text: string): boolean {
    if (!node) return false;
    return this.endsIn(node, text) || this.leadsTo(this.byId.get(node.parentId ?? -1), text);
  }

  private spellings(node: PlaceNode): string[] {
    const known = this.spelled.get(node.id) ?? placeSpellings(node.name, node.level);
    this.spelled.set(node.id, known);
    return known;
  }

  node(id: number): PlaceNode | undefined {
    return this.byId.get(id);
  }

  /** The places from one upward, itself first, as far as they are known here. */
  upward(id: number): PlaceNode[] {
    const above: PlaceNode[] = [];
    for (let node = this.byId.get(id); node; node = this.byId.get(node.parentId ?? -1)) above.push(node);
    return above;
  }

  private look(named: Named): Place | PlaceProblem {
    let candidates = this.villages;
    for (const [column, level] of LEVELS) {
      const name = named[column];
      if (!name) continue;
      const wanted = barePlace(name, level);
      const kept = candidates.filter(
        (village) => this.bare.get(this.atLevel(village, level)?.id ?? -1) === wanted,
      );
      if (kept.length === 0) return this.notFound(column, level, name, candidates);
      candidates = kept;
    }
    const [only, another] = candidates;
    if (only && !another) return { id: only.id, name: only.name };
    return named.village
      ? { column: "village", key: "placeTwice", values: { name: named.village } }
      : { column: "village", key: "placeMissing" };
  }

  private notFound(
    column: PlaceProblem["column"],
    level: string,
    name: string,
    candidates: PlaceNode[],
  ): PlaceProblem {
    const names = new Set(candidates.map((village) => this.atLevel(village, level)?.name ?? ""));
    const near = nearest(
      barePlace(name, level),
      [...names].filter((each) => each !== ""),
      level,
    );
    const short = [...name].slice(0, 20).join("");
    return near === null
      ? { column, key: "placeUnknown", values: { name: short } }
      : { column, key: "placeUnknownNear", values: { name: short, near } };
  }

  private atLevel(village: PlaceNode, level: string): PlaceNode | null {
    for (let node: PlaceNode | undefined = village; node; node = this.byId.get(node.parentId ?? -1)) {
      if (node.level === level) return node;
    }
    return null;
  }
}

/** One character off, with or without the level: the one place that is meant, or none. */
function nearestOf(text: string, places: { name: string; bare: string }[]): string | null {
  const letters = [...text];
  const off = (other: string) => {
    const others = [...other];
    return others.length === letters.length && letters.length > 1
      ? letters.filter((letter, at) => letter !== others[at]).length
      : Number.POSITIVE_INFINITY;
  };
  const close = places.filter(({ name, bare }) => off(bareLabel(name)) === 1 || off(bare) === 1);
  const names = new Set(close.map(({ name }) => name));
  return names.size === 1 ? [...names][0]! : null;
}

/** One character off: 吉唐 for 吉塘. */
function nearest(wanted: string, names: string[], level: string): string | null {
  const letters = [...wanted];
  const close = names.filter((name) => {
    const other = [...barePlace(name, level)];
    return (
      other.length === letters.length &&
      letters.length > 1 &&
      letters.filter((letter, at) => letter !== other[at]).length === 1
    );
  });
  return close.length === 1 ? close[0]! : null;
}
