/** One measure: what was done, by whom, with how much money, and what came of it. */

import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { getMeasure } from "#lib/domains/measures/queries/list-measures.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { takeBackMeasure } from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("measures");
  return { title: t("one") };
}

export default page({
  route: "/measures/[id]",
  load: (scope, { params }) => getMeasure(scope, { id: params.id ?? "" }),
  render: async ({ measure, categories }, { viewer }) => {
    const t = await getTranslations("measures");
    const households = await getTranslations("households");
    const f = await getFormats();
    const { name } = await categoryNames(categories);
    const mayEdit = may(viewer, "household.edit", measure.divisionId);
    const said = (value: string | null) => value ?? <EmptyMark />;
    const own = `/measures/${measure.id}`;
    return (
      <>
        <PageHead
          title={measure.project}
          back={{
            href: `/households/${measure.householdId}?tab=measures`,
            label: households("of", { name: measure.headName }),
          }}
          note={`${measure.place} · ${t("year", { year: String(measure.year) })} · ${name(measure.category)}`}
          actions={
            mayEdit ? (
              <div className="flex gap-2">
                <LinkButton href={`${own}/edit`}>{t("correct")}</LinkButton>
                <LinkButton kind="primary" href={`${own}/end`}>
                  {t(measure.status === "RUNNING" ? "end" : "endAnew")}
                </LinkButton>
              </div>
            ) : null
          }
        />
        <Card>
          <SummaryList
            columns={2}
            items={[
              {
                label: t("household"),
                value: (
                  <Link
                    href={`/households/${measure.householdId}`}
                    className="inline-flex min-h-6 items-center"
                  >
                    {measure.headName}
                  </Link>
                ),
              },
              { label: t("field.unit"), value: said(measure.unit) },
              { label: t("field.content"), value: said(measure.content) },
              { label: t("field.amount"), value: f.yuan(measure.amountFen) },
              { label: t("field.fromOn"), value: said(measure.fromOn) },
              { label: t("field.toOn"), value: said(measure.toOn) },
              { label: t("field.status"), value: t(`status.${measure.status}`) },
              { label: t("field.result"), value: said(measure.result) },
              { label: t("field.gain"), value: f.yuan(measure.gainFen) },
              {
                label: t("field.signed"),
                value: measure.signed === null ? <EmptyMark /> : t(`answer.${measure.signed ? "yes" : "no"}`),
              },
            ]}
          />
        </Card>
        {mayEdit ? (
          <Form action={takeBackMeasure} buttonOnly className="mt-4">
            <input type="hidden" name="id" value={measure.id} />
            <input type="hidden" name="version" value={measure.version} />
            <SubmitButton kind="quiet">{t("withdraw")}</SubmitButton>
          </Form>
        ) : null}
      </>
    );
  },
});
