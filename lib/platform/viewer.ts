/** Who looks, with which grants and how far they reach: read by the database from the session token, never from a cookie. */

export type Grant = {
  role: string;
  divisionId: number;
  /** Opens the registry there (as the database sees it). */
  readsRegistry: boolean;
  /** Today's nodes under the granted division; null = the whole prefecture. */
  nodes: number[] | null;
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
  const open = row.sees_all
    ? []
    : row.grants.filter((grant) => grant.readsRegistry).flatMap((grant) => grant.nodes ?? []);
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
    grants: row.grants,
    seesAll: row.sees_all,
    reach: [...new Set(open)],
    households: row.households,
  };
}

/** Is this place within the viewer's registry? */
export const reaches = (viewer: Viewer, divisionId: number) =>
  viewer.seesAll || viewer.reach.includes(divisionId);
