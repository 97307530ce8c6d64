/** How the Party covers an organization of the industry chain from a day on, with what the rule of affiliation proposes. */

import { getTranslations } from "next-intl/server";
import { industryNames } from "#components/industry/names.ts";
import { Ruling } from "#components/industry/party-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { PARTY_COVERAGES } from "#lib/domains/industry/industry.ts";
import { partyChoices } from "#lib/domains/industry/queries/entity-choices.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { offeredOf } from "#lib/domains/industry/words.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveParty } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("industry");
  return { title: `${t("title")} · ${t("party.change")}` };
}

export default page({
  route: "/industry/[id]/party",
  load: async (scope, { params }) => {
    const entity = await getEntity(scope, { id: params.id ?? "" });
    if (entity.closedOn !== null || !may(scope.viewer, "industry.edit", entity.divisionId)) throw refused();
    return { entity, orgs: await partyChoices(scope, { id: entity.id }) };
  },
  refused: async () => {
    const t = await getTranslations("industry");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ entity, orgs }, { today, viewer }) => {
    const t = await getTranslations("industry");
    const names = await industryNames(entity.words);
    const { party, leading } = entity;
    const founding = new URLSearchParams({
      divisionId: String(leading.seatId),
      setting: "ENTITY",
      coverage: leading.coverage ?? "",
      name: t("party.foundName", { name: entity.name }),
    });
    return (
      <>
        <PageHead
          title={`${t("party.change")} · ${entity.name}`}
          back={{ href: `/industry/${entity.id}`, label: entity.name }}
        />
        <div className="grid max-w-3xl gap-4">
          <Notice
            tone="info"
            action={
              may(viewer, "partyOrg.edit", leading.seatId) ? (
                <LinkButton href={`/orgs/new?${founding}`}>{t("party.found")}</LinkButton>
              ) : null
            }
          >
            <Ruling entity={entity} />
          </Notice>
          <Form action={saveParty} id="party" className="grid gap-4">
            <input type="hidden" name="id" value={entity.id} />
            <ChipGroup
              name="coverage"
              label={t("partyForm.coverage")}
              kind="radio"
              required
              defaultValue={party.coverage}
              options={PARTY_COVERAGES.map((one) => ({ value: one, label: t(`coverage.${one}`) }))}
            />
            <Field name="partyOrgId" label={t("partyForm.org")} hint={t("partyForm.orgHint")}>
              <Select
                empty={t("form.choose")}
                defaultValue={party.orgId === null ? undefined : String(party.orgId)}
                options={orgs.map((org) => ({
                  value: String(org.id),
                  label: `${org.place} ▸ ${org.name}`,
                  group: t(org.setting === "ENTITY" ? "partyForm.entityOrgs" : "partyForm.placeOrgs"),
                }))}
              />
            </Field>
            <Field name="mode" label={t("partyForm.mode")} optional>
              <Select
                empty={t("partyForm.modeNone")}
                width="medium"
                defaultValue={party.mode ?? undefined}
                options={names.options(offeredOf(entity.words.modes, today, party.mode))}
              />
            </Field>
            <Field name="fromOn" label={t("partyForm.from")} required>
              <DateInput today={today} max={today} defaultValue={today} />
            </Field>
            <div>
              <SubmitButton>{t("partyForm.save")}</SubmitButton>
            </div>
          </Form>
        </div>
      </>
    );
  },
});
