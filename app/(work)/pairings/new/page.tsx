/** Pairs the chosen households with one helper: choose the helper, the kind and the first day; all of them or none. */

import { getLocale, getTranslations } from "next-intl/server";
import { HelperChoice } from "#components/pairings/helper-choice.tsx";
import { HelperSearch } from "#components/pairings/helper-search.tsx";
import { OverCap } from "#components/pairings/over-cap.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { offered, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import { householdIdsOf } from "#lib/domains/pairings/input.ts";
import { findHelpers, householdsChosen, loadLimits } from "#lib/domains/pairings/queries/helpers.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { savePairings } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("new.title") };
}

export default page({
  route: "/pairings/new",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "pairing.edit")) throw refused();
    const params = toParams(search);
    const q = params.get("q")?.trim().slice(0, 40) ?? "";
    return {
      q,
      households: await householdsChosen(scope, { ids: householdIdsOf(params) }),
      candidates: await findHelpers(scope, { q }),
      limits: await loadLimits(scope, {}),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ q, households, candidates, limits }, { today }) => {
    const t = await getTranslations("pairings");
    const locale = await getLocale();
    if (households.length === 0)
      return (
        <>
          <PageHead title={t("new.title")} back={{ href: "/pairings", label: t("title") }} />
          <EmptyState
            kind="never"
            title={t("new.noHouseholds")}
            action={
              <LinkButton kind="primary" href="/households?f.paired=no">
                {t("new.chooseHouseholds")}
              </LinkButton>
            }
          />
        </>
      );
    const keep = households.map((one) => ["household", one.id] as const);
    return (
      <>
        <PageHead
          title={t("new.title")}
          back={{ href: "/pairings", label: t("title") }}
          note={t("new.note", { count: households.length })}
        />
        <div className="grid gap-4 desk:grid-cols-2">
          <Card title={t("new.households")}>
            <ul className="divide-y divide-line">
              {households.map((one) => (
                <li key={one.id} className="py-2">
                  <strong>{one.headName}</strong> <span className="text-ink-2">{one.householdNo}</span>
                  <p className="text-ink-2 text-note">
                    {[one.place, one.groupName].filter(Boolean).join(" ")}
                    {one.helpers ? ` · ${t("new.already", { names: one.helpers })}` : ""}
                  </p>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("new.helper")}>
            <HelperSearch path="/pairings/new" q={q} keep={keep} />
            <Form action={savePairings} className="mt-4 grid gap-4">
              {households.map((one) => (
                <input key={one.id} type="hidden" name="households[]" value={one.id} />
              ))}
              <HelperChoice q={q} candidates={candidates} limits={limits} />
              <Field name="kind" label={t("column.kind")} required>
                <Select
                  options={offered(PAIRING_KINDS, today).map((one) => ({
                    value: one.code,
                    label: one[locale],
                  }))}
                  defaultValue="FIRST_HELPER"
                  width="medium"
                />
              </Field>
              <Field name="fromOn" label={t("new.from")} required>
                <DateInput today={today} defaultValue={today} />
              </Field>
              <OverCap label={t("overCap.label")} sure={t("overCap.sure")} />
              <div>
                <SubmitButton>{t("new.save", { count: households.length })}</SubmitButton>
              </div>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});
