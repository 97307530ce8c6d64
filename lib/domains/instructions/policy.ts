/** Who gives instructions, who answers them, who may look: the giver, the addressee, the leaders of the unit and above, and auditors. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

type Held = {
  divisionId: number;
  fromDivision: number;
  accountId: number;
  giverLeft: boolean;
  addressee: string;
};

/** Under which names an instruction finds the viewer: by account, or in an office held today. */
export const addressesOf = (viewer: Viewer): string[] => [
  `account:${viewer.accountId}`,
  ...viewer.grants.map(({ role, divisionId }) => `${role}@${divisionId}`),
];
export const isMine = (viewer: Viewer, { addressee }: Pick<Held, "addressee">) =>
  addressesOf(viewer).includes(addressee);

export const mayGive = (viewer: Viewer, divisionId: number) => may(viewer, "instruction.give", divisionId);
/** The giver, whoever stands in for him while he is on leave, and, when he has left, whoever gives instructions for the same unit. */
export const maySettle = (viewer: Viewer, { accountId, fromDivision, giverLeft }: Held) =>
  accountId === viewer.accountId ||
  viewer.grants.some(({ lent }) => lent?.accountId === accountId) ||
  (giverLeft && mayGive(viewer, fromDivision));
/** The levels between may remind as well. */
export const mayRemind = (viewer: Viewer, held: Held) =>
  !isMine(viewer, held) && (maySettle(viewer, held) || mayGive(viewer, held.divisionId));

/** Gives or reads more than what is addressed to oneself. */
export const overseesAnywhere = (viewer: Viewer) =>
  mayAnywhere(viewer, "instruction.give") || mayAnywhere(viewer, "audit.view");

/** The nodes under which a verb is held; null = everywhere. */
function nodesWith(viewer: Viewer, verbs: readonly ("instruction.give" | "audit.view")[]): number[] | null {
  const grants = viewer.grants.filter((grant) =>
    verbs.some((verb) => may({ grants: [grant] }, verb, grant.divisionId)),
  );
  return grants.some(({ nodes }) => nodes === null) ? null : grants.flatMap(({ nodes }) => nodes ?? []);
}

export const toMe = (viewer: Viewer): Fragment => sql`n.addressee = any (${addressesOf(viewer)}::text[])`;
/** The first wall over the alias n. */
export function sees(viewer: Viewer): Fragment {
  const nodes = nodesWith(viewer, ["instruction.give", "audit.view"]);
  if (nodes === null) return sql`true`;
  return sql`(n.account_id = ${viewer.accountId} or ${toMe(viewer)} or n.division_id = any (${nodes}::int[]))`;
}
/** Given from above to a unit that the viewer leads, not to himself: the level between. */
export function passesBy(viewer: Viewer): Fragment | null {
  const nodes = nodesWith(viewer, ["instruction.give"]);
  if (nodes === null || nodes.length === 0) return null;
  return sql`(n.division_id = any (${nodes}::int[]) and n.from_division <> all (${nodes}::int[]) and not ${toMe(viewer)})`;
}
/** To be settled by the viewer: as maySettle, over the alias n. */
export function settledBy(viewer: Viewer): Fragment {
  const givers = [viewer.accountId, ...viewer.grants.flatMap(({ lent }) => lent?.accountId ?? [])];
  const seats = viewer.grants
    .filter((grant) => may({ grants: [grant] }, "instruction.give", grant.divisionId))
    .map(({ divisionId }) => divisionId);
  const given = sql`n.account_id = any (${givers}::int[])`;
  if (seats.length === 0) return given;
  return sql`(${given} or (n.from_division = any (${seats}::int[]) and sec.has_left(n.account_id)))`;
}
