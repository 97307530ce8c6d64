/** One unit's taking of a village: end it with a reason, or put another unit in its place; what was stays as it was. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { PairingState } from "#components/pairings/pairing-state.tsx";
import { OrgSearch, UnitFields } from "#components/pairings/unit-village-fields.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { getUnitVillage, unitVillageForm } from "#lib/domains/pairings/queries/unit-villages.ts";
import { UNIT_END_REASONS } from "#lib/domains/pairings/unit-village.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveUnitEnd, saveUnitReplacement, takeUnitBack } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("pairings");
  return { title: `${t("villages.title")} · ${t("change")}` };
}

export default page({
  route: "/pairings/villages/[id]",
  load: async (scope, { params, search }) => {
    const taken = await getUnitVillage(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "pairing.edit", taken.divisionId)) throw refused();
    const asked = toParams(search);
    const q = asked.get("q")?.trim().slice(0, 40) ?? "";
    const replacing = asked.get("do") === "replace";
    const { orgs } = replacing ? await unitVillageForm(scope, { q }) : { orgs: [] };
    return { taken, q, replacing, orgs };
  },
  refused: () => <PermissionNote />,
  render: async ({ taken, q, replacing, orgs }, { today }) => {
    const t = await getTranslations("pairings");
    const here = `/pairings/villages/${taken.id}`;
    const ending = (
      <>
        <input type="hidden" name="id" value={taken.id} />
        <input type="hidden" name="version" value={taken.version} />
        <Field name="toOn" label={t("end.on")} hint={t("end.hint")} required>
          <DateInput today={today} defaultValue={today} />
        </Field>
        <Field name="reason" label={t("end.reason")} required>
          <Select
            options={UNIT_END_REASONS.map((value) => ({ value, label: t(`villages.reason.${value}`) }))}
            empty={t("end.choose")}
            width="medium"
          />
        </Field>
      </>
    );
    return (
      <>
        <PageHead
          title={`${taken.unit} → ${taken.village}`}
          back={{ href: `/divisions/${taken.divisionId}`, label: taken.village }}
          mark={<PairingState pairing={taken} today={today} />}
          note={[taken.above, taken.contact, t("since", { from: taken.fromOn })].filter(Boolean).join(" · ")}
          actions={<WhoChanged kind="unitVillage" id={taken.id} />}
        />
        {taken.undoable ? (
          <Form action={takeUnitBack} buttonOnly className="mb-3">
            <input type="hidden" name="id" value={taken.id} />
            <SubmitButton kind="secondary">{t("takeBack")}</SubmitButton>
          </Form>
        ) : null}
        {taken.toOn !== null ? (
          <Card>
            <p>
              {t("villages.over", {
                day: taken.toOn,
                reason: t(`villages.reason.${taken.endReason as "ROTATED"}`),
              })}
            </p>
          </Card>
        ) : (
          <>
            <Tabs
              label={t("change")}
              items={[
                { href: here, label: t("villages.end"), current: !replacing },
                { href: `${here}?do=replace`, label: t("villages.replace"), current: replacing },
              ]}
            />
            <Card>
              {replacing ? (
                <>
                  <OrgSearch path={here} q={q} keep={{ do: "replace" }} />
                  <Form action={saveUnitReplacement} className="mt-4 grid max-w-xl gap-4">
                    <UnitFields orgs={orgs} q={q} />
                    {ending}
                    <Field name="fromOn" label={t("replace.from")} hint={t("replace.hint")} required>
                      <DateInput today={today} defaultValue={today} />
                    </Field>
                    <div>
                      <SubmitButton>{t("villages.saveReplace")}</SubmitButton>
                    </div>
                  </Form>
                </>
              ) : (
                <Form action={saveUnitEnd} className="grid max-w-xl gap-4">
                  {ending}
                  <div>
                    <SubmitButton kind="danger">{t("villages.saveEnd")}</SubmitButton>
                  </div>
                </Form>
              )}
            </Card>
          </>
        )}
      </>
    );
  },
});
