/**
 * posts.setUp: gives a unit its posts with the places of each, or all villages under it at once. What is there already stays as it is;
 * posts of the Party go to the organization that leads in the place.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { SetUpTeam } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { type Team, teamsToSetUp } from "../inside/teams.ts";
import { fitsAt, MOST_PLACES, type TeamTold, traitsOf } from "../post.ts";
import { offered, postWords } from "../words.ts";

type Unit = { id: number; name: string; level: string };
type Asked = { kind: string; places: number };

export const setUpTeam = command({
  name: "posts.setUp",
  tells: "post.setUp",
  input: SetUpTeam,
  subject: async ({ sql, viewer }, { divisionId }): Promise<Unit | null> => {
    const [unit] = await sql<Unit>`select id, name, level from division where id = ${divisionId}`;
    return unit && reaches(viewer, unit.id) ? unit : null;
  },
  may: (viewer, unit) => may(viewer, "post.edit", unit.id),
  run: async (work, input, unit): Promise<TeamTold> => {
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    const asked = await placesAsked(work, input);
    const teams = await teamsToSetUp(
      work,
      unit.id,
      { orgId: input.orgId ?? null, villages: input.villages === "yes" },
      fromOn,
    );
    const made = await make(work, teams, asked, fromOn, input.documentNo ?? null);
    if (made === 0) throw rule("post.nothingToSetUp", undefined, "fromOn");
    return {
      divisionId: unit.id,
      orgId: input.orgId ?? null,
      villages: input.villages === "yes",
      teams: teams.length,
      made,
    };
  },
  fact: ({ divisionId, orgId, villages, teams, made }) => ({
    subject: orgId === null ? `division:${divisionId}` : `partyOrg:${orgId}`,
    division: divisionId,
    villages,
    teams,
    posts: made,
  }),
});

async function placesAsked({ sql, today }: Work, input: Record<string, unknown>): Promise<Asked[]> {
  const kinds = offered((await postWords(sql)).kinds, today).map(({ code }) => code);
  const asked = kinds
    .map((kind) => ({ kind, places: Number(input[`places-${kind}`] ?? 0) }))
    .filter(({ places }) => places > 0);
  for (const { kind, places } of asked) {
    if (places > MOST_PLACES) throw invalid({ [`places-${kind}`]: [{ key: "post.places" }] });
    if (places > 1 && traitsOf(kind).principal) throw rule("post.onePrincipal", undefined, `places-${kind}`);
  }
  if (asked.length === 0) throw rule("post.noPlaces", undefined, kinds[0] ? `places-${kinds[0]}` : undefined);
  return asked;
}

async function make(
  work: Work,
  teams: readonly Team[],
  asked: readonly Asked[],
  fromOn: string,
  documentNo: string | null,
): Promise<number> {
  const { tx, viewer } = work;
  const wanted = teams.flatMap((team) => {
    const leads = (kind: string) => traitsOf(kind).principal;
    return (
      asked
        .map(({ kind }) => ({
          kind,
          partyOrgId: team.own ?? (traitsOf(kind).of === "PARTY" ? team.partyOrgId : null),
        }))
        .filter(({ kind }) => fitsAt(kind, team.level))
        // Without an organization there the Party's posts have no place to hang; an organization has none of the committee's.
        .filter(({ kind, partyOrgId }) => (traitsOf(kind).of === "PARTY") === (partyOrgId !== null))
        .filter(
          ({ kind, partyOrgId }) =>
            !team.has.some(
              (one) => one.partyOrgId === partyOrgId && (one.kind === kind || (leads(kind) && one.principal)),
            ),
        )
        .filter(
          ({ kind, partyOrgId }, at, all) =>
            !leads(kind) || all.findIndex((one) => leads(one.kind) && one.partyOrgId === partyOrgId) === at,
        )
        .map((one) => ({ ...one, team }))
    );
  });
  if (wanted.length === 0) return 0;
  const made = await tx.post.createManyAndReturn({
    data: wanted.map(({ kind, partyOrgId, team }) => {
      const { principal, core } = traitsOf(kind);
      return { divisionId: team.divisionId, partyOrgId, kind, principal, core, accountId: viewer.accountId };
    }),
    select: { id: true, divisionId: true, kind: true },
  });
  const placesOf = new Map(asked.map(({ kind, places }) => [kind, places]));
  const day = dayToColumn(fromOn);
  await tx.postQuota.createMany({
    data: made.map(({ id, divisionId, kind }) => ({
      ...{ postId: id, divisionId, documentNo, fromOn: day, accountId: viewer.accountId },
      places: placesOf.get(kind) ?? 0,
    })),
  });
  for (const { id, divisionId, kind } of made)
    work.note({
      ...{ entity: "post", entityId: id, divisionId, field: "places", old: null },
      new: `${placesOf.get(kind)} (${fromOn})`,
    });
  return wanted.length;
}
