/** indicators.list: every indicator with the version that holds, by item; indicators.show: one with all its versions. */
import * as z from "zod";
import { isCount, type Ratio } from "#lib/indicators/indicator.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { isOwn, isSound } from "#lib/indicators/own.ts";
import { type Catalog, EPOCH } from "#lib/indicators/version.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { editsIndicators, type Measure, type State, stateOf } from "../indicator-version.ts";
import { IndicatorAsked, ListAsked } from "../input.ts";
import { typedOf } from "../inside/conditions.ts";
import { openFrom } from "../inside/proposed.ts";

export type Listed = {
  declaration: Ratio;
  own: boolean;
  /** Null = since the beginning. */
  since: string | null;
  state: "inForce" | "toCome" | "retired";
  /** Begins later; null = nothing is to come. */
  next: string | null;
};

function listedOf(catalog: Catalog, id: string, today: string): Listed | null {
  const versions = catalog.versionsOf(id);
  const now = catalog.versionOn(id, today);
  const shown = now ?? versions[0];
  if (!shown) return null;
  const next = versions.find(({ fromOn }) => fromOn > today);
  return {
    declaration: shown.declaration,
    own: isOwn(id),
    since: shown.fromOn === EPOCH ? null : shown.fromOn,
    state: now === null ? "toCome" : now.retired ? "retired" : "inForce",
    next: next && next !== shown ? next.fromOn : null,
  };
}

export const listIndicators = query({
  name: "indicators.list",
  input: ListAsked,
  may: editsIndicators,
  run: async (scope, { item, origin }) => {
    const catalog = await catalogOf(scope);
    const all = catalog.ids.map((id) => listedOf(catalog, id, scope.today)).filter((one) => one !== null);
    const rows = ITEMS.flatMap(({ code }) =>
      all.filter(({ declaration }) => declaration.item === code),
    ).filter(
      ({ declaration, own }) =>
        (!item || declaration.item === item) && (!origin || own === (origin === "OFFICE")),
    );
    return { rows, total: all.length, unreadable: catalog.unreadable };
  },
});

export type VersionRow = {
  id: string;
  fromOn: string;
  declaration: Ratio | null;
  origin: "PROGRAM" | "OFFICE";
  retired: boolean;
  by: string | null;
  why: string | null;
  at: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  state: State;
  mayWithdraw: boolean;
};

export const showIndicator = query({
  name: "indicators.show",
  input: IndicatorAsked,
  may: editsIndicators,
  run: async (scope, { indicator }) => {
    const catalog = await catalogOf(scope);
    const listed = listedOf(catalog, indicator, scope.today);
    if (!listed) throw notFound();
    const kept = await scope.sql<
      Omit<VersionRow, "state" | "mayWithdraw" | "declaration"> & { declaration: unknown }
    >`
      select id, from_on::text as "fromOn", declaration, origin, retired, account_name as by, why, created_at as at, withdrawn_name as "withdrawnBy", withdrawn_at as "withdrawnAt"
      from indicator_version where indicator = ${indicator} order by from_on desc, created_at desc`;
    const opens = await openFrom(scope);
    const newest = kept.find(({ withdrawnBy }) => withdrawnBy === null)?.id;
    const versions = kept.map((version): VersionRow => {
      const { declaration } = version;
      return {
        ...version,
        declaration: isSound(declaration) ? declaration : null,
        state: stateOf(version, kept, scope.today),
        mayWithdraw: version.origin === "OFFICE" && version.id === newest && version.fromOn >= opens,
      };
    });
    const last = catalog.versionsOf(indicator).at(-1);
    return {
      ...listed,
      versions,
      opens,
      over: last?.retired ?? false,
      typed: typedAgain(last?.declaration ?? listed.declaration),
    };
  },
});
export type ShownIndicator = Awaited<ReturnType<typeof showIndicator>>;

/** The earliest month from which something may begin, as its first day. */
export const firstOpenMonth = query({
  name: "indicators.firstOpenMonth",
  input: z.object({}),
  may: editsIndicators,
  run: (scope) => openFrom(scope),
});

export const measureOf = (declared: Ratio): Measure =>
  declared.adds ? "sum" : isCount(declared) ? "count" : "share";

/** What the form begins with: the last version as it was typed. */
function typedAgain(declared: Ratio): Record<string, string> {
  const { of, whole, part, name, adds } = declared;
  const measure = measureOf(declared);
  return {
    ...{ measure, name: name["zh-CN"], nameEn: name.en === name["zh-CN"] ? "" : name.en },
    ...{
      caseUnit: declared.caseUnit["zh-CN"],
      missing: declared.missing["zh-CN"],
      definition: declared.definition["zh-CN"],
    },
    ...{
      scored: declared.scored ? "yes" : "no",
      due: declared.due === "year" ? "year" : "fixed",
      column: adds?.column ?? "",
    },
    ...(declared.watchFrom === undefined ? {} : { watch: String(declared.watchFrom / 100) }),
    ...(measure === "count" ? {} : typedOf(of, "w", whole)),
    ...(measure === "sum" ? {} : typedOf(of, "p", part)),
  };
}
