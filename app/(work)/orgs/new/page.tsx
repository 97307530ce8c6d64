/** Founding a Party organization: its seat and setting, its name and the leader that the rule proposes, and the rehearsal. */

import { getTranslations } from "next-intl/server";
import { FoundForm } from "#components/party-orgs/found-form.tsx";
import { OpeningCard } from "#components/party-orgs/opening-card.tsx";
import { SeatForm } from "#components/party-orgs/seat-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { COVERAGES } from "#lib/domains/party-orgs/affiliation.ts";
import { SETTINGS } from "#lib/domains/party-orgs/party-org.ts";
import { proposeLeader } from "#lib/domains/party-orgs/queries/leaders.ts";
import { rehearsalOfOpening } from "#lib/domains/party-orgs/queries/rehearsal-of-opening.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { asStale } from "../../as-stale.ts";
import { propose, rehearseFounding, saveFounding } from "../actions.ts";

const PATH = "/orgs/new";
const FIELDS = [
  "divisionId",
  "setting",
  "coverage",
  "kind",
  "name",
  "leaderId",
  "basis",
  "supervisingDept",
].concat(["foundedOn", "effectiveOn", "documentNo"]);

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("new") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "partyOrg.edit")) throw refused();
    const params = toParams(search);
    const asked = params.get("divisionId");
    const place = asked && /^\d{1,9}$/.test(asked) ? await getDivision(scope, { id: asked }) : null;
    if (place && !may(scope.viewer, "partyOrg.edit", place.id)) throw refused();
    const setting = SETTINGS.find((one) => one === params.get("setting")) ?? null;
    const coverage = COVERAGES.find((one) => one === params.get("coverage")) ?? null;
    const q = (params.get("q") ?? "").trim().slice(0, 40);
    const whole = place !== null && setting !== null && (setting !== "ENTITY" || coverage !== null);
    if (place && setting && whole) {
      const covers = setting === "ENTITY" ? coverage : null;
      const proposal = await proposeLeader(scope, { divisionId: place.id, setting, coverage: covers ?? "" });
      const fields = Object.fromEntries([...params].filter(([name]) => FIELDS.includes(name)));
      const rehearsal = params.has("review") ? await rehearsalOfOpening(scope, fields).catch(asStale) : null;
      return { place, setting, coverage: covers, q, hits: [], proposal, fields, rehearsal };
    }
    const found = q ? await findAnything(scope, { q, kinds: ["division"], limit: 20 }) : null;
    const hits = (found?.groups ?? [])
      .flatMap((group) => group.hits)
      .filter((hit) => !hit.closed && may(scope.viewer, "partyOrg.edit", Number(hit.id)));
    return { place, setting, coverage, q, hits, proposal: null, fields: {}, rehearsal: null };
  },
  refused: async () => {
    const t = await getTranslations("party-orgs");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async (data, { search, today, viewer }) => {
    const { place, setting, coverage, q, hits, proposal, fields, rehearsal } = data;
    const t = await getTranslations("party-orgs");
    const common = await getTranslations("trees");
    const params = toParams(search);
    const backHref = withParams(PATH, params, { review: null });
    return (
      <>
        <PageHead title={t("new")} back={{ href: "/orgs", label: t("title") }} />
        {proposal && place && setting ? (
          <>
            <p className="mb-3 text-ink-2">
              {t("form.placeChosen", { place: place.name })} · {t(`setting.${setting}`)}
              {coverage ? ` · ${t(`coverage.${coverage}`)}` : ""}
            </p>
            {rehearsal === null ? (
              <FoundForm
                place={place}
                setting={setting}
                coverage={coverage ?? ""}
                proposal={proposal}
                today={today}
                filled={params}
                rehearse={rehearseFounding}
              />
            ) : "problem" in rehearsal ? (
              <Notice
                tone="watch"
                title={common("rehearsal.stale")}
                action={<LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>}
              >
                {rehearsal.problem}
              </Notice>
            ) : (
              <OpeningCard
                today={today}
                rehearsal={rehearsal}
                fields={fields}
                save={saveFounding}
                propose={may(viewer, "partyOrg.change", place.id) ? null : propose}
                backHref={backHref}
              />
            )}
          </>
        ) : (
          <SeatForm
            path={PATH}
            q={q}
            hits={hits}
            place={place}
            setting={setting ?? "ENTITY"}
            coverage={coverage ?? ""}
          />
        )}
      </>
    );
  },
});
