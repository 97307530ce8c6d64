/** A family joins another: which one, then what it would mean, then the deed. */

import { getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { LifeRehearsal } from "#components/lives/rehearsal-card.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { MERGE_REASONS } from "#lib/domains/lives/life.ts";
import { neighbors } from "#lib/domains/lives/queries/neighbors.ts";
import { rehearsalOfLife } from "#lib/domains/lives/queries/rehearsal.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { asStale } from "../../../as-stale.ts";
import { rehearse, saveMerger, sendMerger } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("deed.MERGE")}` };
}

export default page({
  route: "/households/[id]/merge",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const query = toParams(search);
    const asked = {
      kind: "MERGE" as const,
      householdId: household.id,
      intoId: query.get("intoId") ?? undefined,
      intoNo: query.get("intoNo") ?? undefined,
      reason: query.get("reason") ?? "",
      on: query.get("on") ?? "",
    };
    return {
      household,
      gate: await registryGate(scope, { place: household.divisionId }),
      asked,
      choices: await neighbors(scope, { household: household.id }),
      rehearsal: query.has("review") ? await rehearsalOfLife(scope, asked).catch(asStale) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, gate, asked, choices, rehearsal }, { today }) => {
    const t = await getTranslations("lives");
    const common = await getTranslations("common");
    const base = householdHref(household.id);
    const chosen = new URLSearchParams();
    for (const name of ["intoId", "intoNo", "reason", "on"] as const)
      if (asked[name]) chosen.set(name, asked[name]);
    return (
      <>
        <PageHead
          title={t("mergeTitle", { name: household.headName })}
          back={{ href: `${base}/life`, label: t("titleOf", { name: household.headName }) }}
          note={t("mergeNote")}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="window" />
        </div>
        {rehearsal && !("problem" in rehearsal) ? (
          <LifeRehearsal
            name={household.headName}
            today={today}
            rehearsal={rehearsal}
            save={leadingOn(gate.open, saveMerger, sendMerger)}
            backHref={`${base}/merge?${chosen}`}
            fields={[
              ["householdId", household.id],
              ["intoId", rehearsal.into?.id ?? ""],
              ["reason", asked.reason],
              ["on", rehearsal.on],
            ]}
          />
        ) : (
          <div className="grid gap-4">
            {rehearsal ? <Notice tone="watch">{rehearsal.problem}</Notice> : null}
            <Card>
              <Form action={rehearse} className="grid max-w-xl gap-4">
                <input type="hidden" name="kind" value="MERGE" />
                <input type="hidden" name="householdId" value={household.id} />
                <Field name="intoId" label={t("intoWhich")} hint={t("intoHint", { place: household.place })}>
                  <Select
                    options={choices.map((one) => ({
                      value: one.id,
                      label: t("tieFile", { name: one.headName, number: one.householdNo }),
                    }))}
                    empty={common("choose")}
                    defaultValue={asked.intoId}
                  />
                </Field>
                <Field name="intoNo" label={t("intoNo")} hint={t("intoNoHint")} optional>
                  <TextInput maxLength={30} width="medium" autoComplete="off" defaultValue={asked.intoNo} />
                </Field>
                <Field name="reason" label={t("why")} required>
                  <Select
                    options={MERGE_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                    empty={common("choose")}
                    defaultValue={asked.reason}
                    width="medium"
                  />
                </Field>
                <Field name="on" label={t("on")} required>
                  <DateInput today={today} defaultValue={asked.on || today} max={today} />
                </Field>
                <div className="flex gap-2">
                  <SubmitButton>{t("look")}</SubmitButton>
                  <LinkButton kind="quiet" href={`${base}/life`}>
                    {common("back")}
                  </LinkButton>
                </div>
              </Form>
            </Card>
          </div>
        )}
      </>
    );
  },
});
