/** A household for an entity: found and added; or, for one that is linked, its income of a year, its end, and corrections. */

import { getTranslations } from "next-intl/server";
import { HouseholdFinder } from "#components/industry/household-finder.tsx";
import { LinkDesk } from "#components/industry/link-desk.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { LINK_ROLES } from "#lib/domains/industry/industry.ts";
import { getLink, householdsToLink } from "#lib/domains/industry/queries/entity-choices.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { saveIncome, saveLink, saveLinkCorrection, saveLinkEnd } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("industry");
  return { title: `${t("title")} · ${t("link.title")}` };
}

export default page({
  route: "/industry/[id]/link",
  load: async (scope, { params, search }) => {
    if (!mayAnywhere(scope.viewer, "industry.edit")) throw refused();
    const entity = await getEntity(scope, { id: params.id ?? "" });
    const asked = toParams(search);
    const linkId = asked.get("link");
    if (linkId) {
      const link = await getLink(scope, { linkId });
      if (link.entityId !== entity.id) throw notFound();
      if (!may(scope.viewer, "industry.edit", link.divisionId)) throw refused();
      return { entity, link, household: null, q: "", found: [] };
    }
    const householdId = asked.get("household");
    const household = householdId ? await getHousehold(scope, { id: householdId }) : null;
    const q = (asked.get("q") ?? "").trim().slice(0, 40);
    const found = household ? [] : await householdsToLink(scope, { id: entity.id, q });
    return { entity, link: null, household, q, found };
  },
  refused: async () => {
    const t = await getTranslations("industry");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ entity, link, household, q, found }, { today, search }) => {
    const t = await getTranslations("industry");
    const own = `/industry/${entity.id}`;
    return (
      <>
        <PageHead
          title={
            link ? t("link.edit", { name: link.headName, role: t(`role.${link.role}`) }) : t("link.title")
          }
          back={{ href: `${own}#links`, label: entity.name }}
        />
        {search.saved === "income" ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("saved.income")}</Notice>
          </div>
        ) : null}
        {link ? (
          <LinkDesk
            link={link}
            today={today}
            saves={{ income: saveIncome, end: saveLinkEnd, correct: saveLinkCorrection }}
          />
        ) : household ? (
          <Form action={saveLink} id="link" className="grid max-w-2xl gap-4">
            <input type="hidden" name="id" value={entity.id} />
            <input type="hidden" name="householdId" value={household.id} />
            <p>
              <span className="font-semibold">
                {t("link.chosen", { name: household.headName, place: household.place })}
              </span>{" "}
              <Link href={`${own}/link`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {t("link.other")}
              </Link>
            </p>
            <ChipGroup
              name="role"
              label={t("link.role")}
              kind="radio"
              required
              defaultValue="MEMBER"
              options={LINK_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            />
            <Field name="fromOn" label={t("link.from")} required>
              <DateInput today={today} defaultValue={today} />
            </Field>
            <div>
              <SubmitButton>{t("link.save")}</SubmitButton>
            </div>
          </Form>
        ) : (
          <HouseholdFinder path={`${own}/link`} q={q} found={found} />
        )}
      </>
    );
  },
});
