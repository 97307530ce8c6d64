/** A family divides: who goes and who heads the new file, then what it would mean, then the deed. */

import { getLocale, getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { LifeRehearsal } from "#components/lives/rehearsal-card.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { listOf, toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, RELATIONS } from "#lib/domains/households/codes.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { SPLIT_REASONS } from "#lib/domains/lives/life.ts";
import { rehearsalOfLife } from "#lib/domains/lives/queries/rehearsal.ts";
import { rollToday } from "#lib/domains/lives/queries/roll.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { asStale } from "../../../as-stale.ts";
import { rehearse, saveSplit, sendSplit } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("deed.SPLIT")}` };
}

export default page({
  route: "/households/[id]/split",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const asked = toParams(search);
    const input = {
      kind: "SPLIT" as const,
      householdId: household.id,
      go: listOf(asked, "go"),
      headId: asked.get("headId") ?? undefined,
      reason: asked.get("reason") ?? "",
      on: asked.get("on") ?? "",
      groupName: asked.get("groupName") ?? undefined,
    };
    return {
      household,
      gate: await registryGate(scope, { place: household.divisionId }),
      asked: input,
      roll: await rollToday(scope, { household: household.id }),
      rehearsal: asked.has("review") ? await rehearsalOfLife(scope, input).catch(asStale) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, gate, asked, roll, rehearsal }, { today }) => {
    const t = await getTranslations("lives");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const base = householdHref(household.id);
    const others = roll
      .filter(({ relation }) => relation !== "HEAD")
      .map((one) => ({
        value: one.personId,
        label: t("named", {
          name: one.name,
          relation: codeName(RELATIONS, one.relation, locale) ?? one.relation,
        }),
      }));
    const chosen = new URLSearchParams(asked.go.map((one) => ["go", one]));
    for (const name of ["headId", "reason", "on", "groupName"] as const)
      if (asked[name]) chosen.set(name, asked[name]);
    return (
      <>
        <PageHead
          title={t("splitTitle", { name: household.headName })}
          back={{ href: `${base}/life`, label: t("titleOf", { name: household.headName }) }}
          note={t("splitNote")}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="window" />
        </div>
        {rehearsal && !("problem" in rehearsal) ? (
          <LifeRehearsal
            name={household.headName}
            today={today}
            rehearsal={rehearsal}
            save={leadingOn(gate.open, saveSplit, sendSplit)}
            backHref={`${base}/split?${chosen}`}
            fields={[
              ["householdId", household.id],
              ...asked.go.map((one) => ["go[]", one] as const),
              ["headId", asked.headId ?? ""],
              ["reason", asked.reason],
              ["on", rehearsal.on],
              ["groupName", asked.groupName ?? ""],
            ]}
          />
        ) : others.length === 0 ? (
          <EmptyState kind="never" title={t("nobodyElse")} />
        ) : (
          <div className="grid gap-4">
            {rehearsal ? <Notice tone="watch">{rehearsal.problem}</Notice> : null}
            <Card>
              <Form action={rehearse} className="grid max-w-xl gap-4">
                <input type="hidden" name="kind" value="SPLIT" />
                <input type="hidden" name="householdId" value={household.id} />
                <ChipGroup
                  kind="checkbox"
                  name="go"
                  label={t("whoGoes")}
                  hint={t("headStays", { name: household.headName })}
                  options={others}
                  defaultValue={asked.go}
                  required
                />
                <Field name="headId" label={t("headOfNew")} required>
                  <Select
                    options={others}
                    empty={common("choose")}
                    defaultValue={asked.headId}
                    width="medium"
                  />
                </Field>
                <Field name="reason" label={t("why")} required>
                  <Select
                    options={SPLIT_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                    empty={common("choose")}
                    defaultValue={asked.reason}
                    width="medium"
                  />
                </Field>
                <Field name="on" label={t("on")} required>
                  <DateInput today={today} defaultValue={asked.on || today} max={today} />
                </Field>
                <Field name="groupName" label={t("newGroup")} hint={t("newGroupHint")} optional>
                  <TextInput maxLength={20} width="medium" defaultValue={asked.groupName} />
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
