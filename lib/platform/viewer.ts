/** Who looks, with which grants and how far they reach: read by the database from the session token, never from a cookie. */

/** `until`: the last day on which it holds. */
export type Lender = { accountId: number; name: string; until: string };

export type Grant = {
  role: string;
  divisionId: number;
  /** Opens the registry there (as the database sees it). */
  readsRegistry: boolean;
  /** Today's nodes under the granted division; null = the whole prefecture. */
  nodes: number[] | null;
  /** Whose grant it is, when somebody on leave lent it. */
  lent?: Lender | null;
};

export type Viewer = {
  accountId: number;
  personId: string | null;
  name: string;
  locale: string;
  theme: string;
  textSize: string;
  density: string;
  colorSafe: boolean;
  homeDivisionId: number;
  mustChange: boolean;
  grants: Grant[];
  /** Reads the registry of the whole prefecture. */
  seesAll: boolean;
  /** Nodes whose registry is open to the viewer; empty when seesAll. */
  reach: number[];
  /** Households paired with the viewer today. */
  households: string[];
};

export type ViewerRow = {
  account_id: number;
  person_id: string | null;
  name: string;
  locale: string;
  theme: string;
  text_size: string;
  density: string;
  color_safe: boolean;
  home_division_id: number;
  must_change: boolean;
  sees_all: boolean;
  grants: Grant[];
  households: string[];
};

export function asViewer(row: ViewerRow): Viewer {
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    locale: row.locale,
    theme: row.theme,
    textSize: row.text_size,
    density: row.density,
    colorSafe: row.color_safe,
    homeDivisionId: row.home_division_id,
    mustChange: row.must_change,
    households: row.households,
    ...opened(row.grants, row.sees_all),
  };
}

function opened(grants: Grant[], seesAll: boolean): Pick<Viewer, "grants" | "seesAll" | "reach"> {
  const open = grants.filter((grant) => grant.readsRegistry).flatMap((grant) => grant.nodes ?? []);
  return { grants, seesAll, reach: seesAll ? [] : [...new Set(open)] };
}

/** Is this place within the viewer's registry? */
export const reaches = (viewer: Viewer, divisionId: number) =>
  viewer.seesAll || viewer.reach.includes(divisionId);

/**
 * Whose right a deed rests on: null when the viewer's own rights suffice, else the person on leave who lent what was needed.
 * `allowed` asks the same question for a viewer with fewer grants.
 */
export function lenderFor(viewer: Viewer, allowed: (viewer: Viewer) => boolean): Lender | null {
  if (!viewer.grants.some(({ lent }) => lent)) return null;
  const suffices = (kept: (grant: Grant) => boolean): boolean => {
    const grants = viewer.grants.filter(kept);
    const seesAll = grants.some(({ readsRegistry, nodes }) => readsRegistry && nodes === null);
    return allowed({ ...viewer, ...opened(grants, seesAll) });
  };
  if (suffices(({ lent }) => !lent)) return null;
  const lenders = viewer.grants.flatMap((grant) => grant.lent ?? []);
  const alone = lenders.find(({ accountId }) =>
    suffices(({ lent }) => !lent || lent.accountId === accountId),
  );
  return alone ?? lenders[0] ?? null;
}
