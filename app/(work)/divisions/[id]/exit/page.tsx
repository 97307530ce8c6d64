/** The exit of a village or county as a whole: what the register says of it, its cases, and the form that begins one. */

import { getTranslations } from "next-intl/server";
import { ApplicationFields } from "#components/procedures/application-fields.tsx";
import { CaseMark } from "#components/procedures/case-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { UNIT_BOUNDS } from "#lib/domains/procedures/procedure.ts";
import { proceduresOfUnit } from "#lib/domains/procedures/queries/of-unit.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { startForUnit } from "../../../procedures/actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("procedures");
  return { title: `${t("title")} · ${t("unit.title")}` };
}

export default page({
  route: "/divisions/[id]/exit",
  load: (scope, { params }) => {
    const unit = Number(params.id);
    if (!Number.isSafeInteger(unit) || unit <= 0) throw notFound();
    return proceduresOfUnit(scope, { unit });
  },
  render: async (unit, { today }) => {
    const t = await getTranslations("procedures");
    return (
      <>
        <PageHead
          title={t("unit.of", { name: unit.name })}
          back={{ href: `/divisions/${unit.id}`, label: unit.name }}
          mark={unit.exited ? <Badge tone="ok">{t("unit.exited")}</Badge> : null}
        />
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card
            title={t("unit.title")}
            note={t("unit.incidence", { percent: UNIT_BOUNDS.incidenceBp / 100 })}
          >
            <SummaryList
              items={[{ label: t("unit.poor"), value: t("unit.poorCount", { count: unit.poor }) }]}
            />
            {unit.cases.length === 0 ? <p className="mt-2 text-ink-2">{t("unit.none")}</p> : null}
            <ul className="divide-y divide-line">
              {unit.cases.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-3 py-2">
                  <Link
                    href={`/procedures/${one.id}`}
                    className="inline-flex min-h-touch items-center underline desk:min-h-6"
                  >
                    {t(`kind.${one.kind}`)} {one.openedOn}
                  </Link>
                  <CaseMark status={one.status} />
                  {one.effectiveOn ? <span>{t("process.result", { day: one.effectiveOn })}</span> : null}
                </li>
              ))}
            </ul>
          </Card>
          {unit.kind && unit.mayStart ? (
            <Card title={t("unit.start")}>
              <Form action={startForUnit} id="start-unit" className="grid gap-3">
                <input type="hidden" name="divisionId" value={unit.id} />
                <input type="hidden" name="kind" value={unit.kind} />
                <ApplicationFields kind={unit.kind} status="" today={today} />
                <div>
                  <SubmitButton>{t("form.send")}</SubmitButton>
                </div>
              </Form>
            </Card>
          ) : (
            <p className="text-ink-2">{unit.exited ? null : t("unit.notYours")}</p>
          )}
        </div>
      </>
    );
  },
});
