/** What a household goes through (识别→帮扶→脱贫): the conditions, the running case with its steps, what may be started, and monitoring. */

import { getLocale, getTranslations } from "next-intl/server";
import { ConditionList } from "#components/households/condition-list.tsx";
import { ApplicationFields } from "#components/procedures/application-fields.tsx";
import { MonitoringLines } from "#components/procedures/monitoring.tsx";
import { CaseSteps, Startables } from "#components/procedures/process.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import { conditionsOf } from "#lib/domains/households/conditions.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { householdMembers } from "#lib/domains/households/queries/household-parts.ts";
import { householdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { isOpen } from "#lib/domains/procedures/procedure.ts";
import { proceduresOfHousehold } from "#lib/domains/procedures/queries/of-household.ts";
import { page } from "#lib/platform/page.ts";
import { start } from "../../../procedures/actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("procedures");
  const households = await getTranslations("households");
  return { title: `${households("title")} · ${t("process.title")}` };
}

export default page({
  route: "/households/[id]/process",
  load: async (scope, { params }) => {
    const id = params.id ?? "";
    const process = await proceduresOfHousehold(scope, { household: id });
    const facts = await householdFacts(scope, { id });
    const people = await householdMembers(scope, { id });
    const { perHeadFen, povertyFen: lineFen } = await householdIncome(scope, { id });
    const conditions = conditionsOf({ texts: facts.texts, people, year: facts.year, perHeadFen, lineFen });
    return { process, conditions };
  },
  render: async ({ process, conditions }, { viewer, today, search }) => {
    const t = await getTranslations("procedures");
    const locale = await getLocale();
    const { household, cases, monitoring, startable } = process;
    const open = cases.filter((one) => isOpen(one.status));
    const past = cases.filter((one) => !isOpen(one.status));
    const chosen = startable.find((one) => one.kind === search.start && one.may && one.why === null);
    return (
      <>
        <PageHead
          title={t("process.of", { name: household.headName })}
          back={{ href: `/households/${household.id}`, label: t("case.file") }}
          mark={<Badge>{codeName(HOUSEHOLD_STATUSES, household.status, locale)}</Badge>}
          note={household.place}
        />
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <div className="grid gap-4">
            {chosen ? (
              <Card title={t("process.startOf", { kind: t(`kind.${chosen.kind}`) })} id="start">
                <Form action={start} id="start-form" className="grid gap-3">
                  <input type="hidden" name="householdId" value={household.id} />
                  <input type="hidden" name="kind" value={chosen.kind} />
                  <ApplicationFields kind={chosen.kind} status={household.status} today={today} />
                  <div>
                    <SubmitButton>{t("form.send")}</SubmitButton>
                  </div>
                </Form>
              </Card>
            ) : null}
            {open.length > 0 ? (
              <Card title={t("process.running")}>
                {open.map((one) => (
                  <CaseSteps key={one.id} one={one} />
                ))}
              </Card>
            ) : null}
            <Card
              title={t("process.start")}
              note={t("process.now", {
                status: codeName(HOUSEHOLD_STATUSES, household.status, locale) ?? "",
              })}
            >
              <Startables householdId={household.id} startable={startable} />
            </Card>
          </div>
          <div className="grid gap-4">
            <Card title={t("process.criteria")} note={t("process.criteriaNote")}>
              <ConditionList
                id={household.id}
                conditions={conditions}
                mayEdit={may(viewer, "household.edit", household.divisionId)}
              />
            </Card>
            <Card title={t("process.monitoring")}>
              <MonitoringLines rows={monitoring} />
            </Card>
            <Card title={t("process.past")}>
              {past.length === 0 ? (
                <p className="text-ink-2">{t("process.none")}</p>
              ) : (
                past.map((one) => <CaseSteps key={one.id} one={one} />)
              )}
            </Card>
          </div>
        </div>
      </>
    );
  },
});
