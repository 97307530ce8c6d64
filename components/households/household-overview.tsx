/** The first face of a household: one sentence made of its fields, the facts of the open year, and the last visits. */
import { getLocale, getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { VisitLines } from "#components/visits/visit-lines.tsx";
import { maskPhone } from "#lib/base/mask.ts";
import { codeName, HOUSING_GRADES, POVERTY_CAUSES } from "#lib/domains/households/codes.ts";
import type { HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";
import type { VisitRow } from "#lib/domains/visits/queries/list-visits.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { householdHref } from "./household-tabs.tsx";
import type { RevealAction } from "./reveal.tsx";
import { Reveal } from "./reveal.tsx";

type Props = {
  household: HouseholdDetail;
  visits: VisitRow[];
  /** Given to whoever works with the family. */
  revealPhone: RevealAction | null;
};

export async function HouseholdOverview({ household, visits, revealPhone }: Props) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const f = await getFormats();
  const yesNo = (value: boolean | null) =>
    value === null ? <EmptyMark /> : t(value ? "answer.yes" : "answer.no");
  const items = [
    {
      label: t("field.phone"),
      value: household.phone ? (
        <span className="whitespace-nowrap tabular">{maskPhone(household.phone)}</span>
      ) : (
        <EmptyMark />
      ),
      action: (
        <span className="flex flex-col items-end gap-1 pad:flex-row pad:items-center pad:gap-2">
          {household.phone && revealPhone ? (
            <Reveal
              action={revealPhone}
              hidden={{ householdId: household.id }}
              kind="phone"
              words={{ show: t("reveal.phone"), call: t("reveal.call"), hides: t("reveal.hides") }}
            />
          ) : null}
          <WhoChanged kind="household" id={household.id} field="phone" />
        </span>
      ),
    },
    {
      label: t("field.income"),
      value: f.yuan(household.incomePerHeadFen),
      note: t("ofYear", { year: String(household.openYear) }),
      action: <WhoChanged kind="household" id={household.id} field="income" />,
    },
    {
      label: t("field.mainCause"),
      value: codeName(POVERTY_CAUSES, household.mainCause, locale) ?? <EmptyMark />,
      action: <WhoChanged kind="household" id={household.id} field="mainCause" />,
    },
    {
      label: t("field.otherCauses"),
      value: codeName(POVERTY_CAUSES, household.otherCauses.join(","), locale) ?? <EmptyMark />,
      action: <WhoChanged kind="household" id={household.id} field="otherCauses" />,
    },
    {
      label: t("field.housingGrade"),
      value: codeName(HOUSING_GRADES, household.housingGrade, locale) ?? <EmptyMark />,
      action: <WhoChanged kind="household" id={household.id} field="housingGrade" />,
    },
    {
      label: t("field.waterSafe"),
      value: yesNo(household.waterSafe),
      action: <WhoChanged kind="household" id={household.id} field="waterSafe" />,
    },
    { label: t("field.relocated"), value: yesNo(household.relocated) },
    { label: t("field.exitYear"), value: household.exitYear ?? <EmptyMark why="notApplicable" /> },
  ];
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <Card title={t("facts")}>
        <div className="mb-2">
          <HouseholdSentence household={household} />
        </div>
        <SummaryList items={items} />
      </Card>
      <Card
        title={t("recentVisits")}
        action={
          visits.length > 5 ? (
            <LinkButton kind="quiet" size="small" href={householdHref(household.id, "visits")}>
              {t("allVisits", { count: visits.length })}
            </LinkButton>
          ) : null
        }
      >
        <VisitLines visits={visits.slice(0, 5)} householdId={household.id} />
      </Card>
    </div>
  );
}

export async function HouseholdSentence({ household }: Pick<Props, "household">) {
  const t = await getTranslations("households");
  return (
    <p className="rounded-control bg-sunk px-3 py-2">
      {household.summary ?? (await summaryOf(household))}
      {household.summary ? <span className="ml-2 text-ink-3 text-note">{t("byHand")}</span> : null}
    </p>
  );
}

/** “3 口人，1 人在读，1 人慢病或大病；主要致贫原因缺技术，人均纯收入 9,800 元。” Only what is known is said. */
async function summaryOf(household: HouseholdDetail): Promise<string> {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const f = await getFormats();
  const parts = [t("summary.members", { count: household.memberCount })];
  for (const what of ["students", "ill", "disabled", "workers"] as const)
    if (household[what] > 0) parts.push(t(`summary.${what}`, { count: household[what] }));
  if (household.mainCause)
    parts.push(t("summary.cause", { cause: codeName(POVERTY_CAUSES, household.mainCause, locale) ?? "" }));
  if (household.incomePerHeadFen !== null)
    parts.push(t("summary.income", { income: f.yuan(household.incomePerHeadFen) }));
  return t("summary.whole", { parts: parts.join(t("summary.comma")) });
}
