/** How a registry stands: three steps from identified to exited, bars of causes and of incomes, and the units below. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Bullet } from "#components/charts/bullet.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { codeName, POVERTY_CAUSES } from "#lib/domains/households/codes.ts";
import { INCOME_BANDS } from "#lib/domains/households/income-band.ts";
import type { Count, Panel } from "#lib/domains/households/queries/panel.ts";
import { getFormats } from "#lib/i18n/format.ts";

const POOR = "POOR,PRE_EXIT,RETURNED";
const ALL = `${POOR},EXITED`;
const NOBODY: Count = { households: 0, persons: 0 };

export async function RegistryPanel({ panel, path }: { panel: Panel; path: string }) {
  const t = await getTranslations("households");
  const watch = await getTranslations("watch");
  const f = await getFormats();
  const locale = await getLocale();
  const rows = (filter: string, unit = panel.place.unit.id) => `/households?u=${unit}&${filter}`;
  const of = (status: string) => panel.byStatus[status] ?? NOBODY;
  const helped = ["POOR", "PRE_EXIT", "RETURNED"].map(of).reduce(added, NOBODY);
  const bands = INCOME_BANDS.map((band) => ({
    key: band,
    name: t(`income.${band}`),
    count: panel.bands[band],
    href: rows(`f.status=${ALL}&f.income=${band}`),
  }));
  const causes = panel.causes.map(({ code, ...count }) => ({
    key: code ?? "none",
    name: code ? (codeName(POVERTY_CAUSES, code, locale) ?? code) : t("panel.noCause"),
    count,
    href: code ? rows(`f.status=${ALL}&f.cause=${code}`) : null,
  }));
  const small = (label: string, n: number, filter: string) => (
    <li key={label}>
      <Link href={rows(filter)} className="inline-flex min-h-touch items-center desk:min-h-6">
        {label} {t("panel.households", { n })}
      </Link>
    </li>
  );
  return (
    <div className="grid gap-4">
      <Card title={t("panel.flow")}>
        <ol className="grid gap-4 wide:grid-cols-3">
          <Step title={t("panel.identified")} count={panel.all} href={rows(`f.status=${ALL}`)} />
          <Step title={t("panel.helped")} count={helped} href={rows(`f.status=${POOR}`)}>
            {small(t("panel.poor"), of("POOR").households, "f.status=POOR")}
            {small(t("panel.preExit"), of("PRE_EXIT").households, "f.status=PRE_EXIT")}
            {small(t("panel.returned"), of("RETURNED").households, "f.status=RETURNED")}
            {small(t("panel.paired"), panel.paired, `f.status=${POOR}&f.paired=yes`)}
            {small(t("panel.unpaired"), helped.households - panel.paired, `f.status=${POOR}&f.paired=no`)}
          </Step>
          <Step title={t("panel.exited")} count={of("EXITED")} href={rows("f.status=EXITED")}>
            <li>
              <Link
                href={`/households/watch?u=${panel.place.unit.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {watch("title")}
              </Link>
            </li>
          </Step>
        </ol>
      </Card>
      <div className="grid gap-4 wide:grid-cols-2">
        <Card title={t("panel.causes")}>
          <Bars list={causes} />
        </Card>
        <Card title={t("panel.incomes")}>
          <Bars list={bands} />
          <p className="mt-2 text-ink-2 text-note">{t("panel.incomesNote")}</p>
        </Card>
      </div>
      {panel.units.length > 0 ? (
        <Card flush>
          <Table caption={t("panel.units")} showCaption stacked>
            <Head>
              <Column>{t("panel.unit")}</Column>
              <Column numeric>{t("panel.all")}</Column>
              <Column numeric>{t("panel.stillPoor")}</Column>
              <Column numeric>{t("panel.returned")}</Column>
              <Column numeric>{t("panel.exited")}</Column>
              <Column numeric>{t("income.below")}</Column>
            </Head>
            <Body>
              {panel.units.map((unit) => {
                const number = (label: string, n: number, filter: string) => (
                  <Cell label={label} numeric>
                    {n === 0 ? (
                      f.number(0)
                    ) : (
                      <Link
                        href={rows(filter, unit.id)}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {f.number(n)}
                      </Link>
                    )}
                  </Cell>
                );
                return (
                  <Row key={unit.id}>
                    <Cell head>
                      <Link
                        href={`${path}?u=${unit.id}`}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {unit.name}
                      </Link>
                    </Cell>
                    {number(t("panel.all"), unit.all, `f.status=${ALL}`)}
                    {number(t("panel.stillPoor"), unit.poor, "f.status=POOR,PRE_EXIT")}
                    {number(t("panel.returned"), unit.returned, "f.status=RETURNED")}
                    {number(t("panel.exited"), unit.exited, "f.status=EXITED")}
                    {number(t("income.below"), unit.below, `f.status=${ALL}&f.income=below`)}
                  </Row>
                );
              })}
            </Body>
          </Table>
        </Card>
      ) : null}
    </div>
  );
}

const added = (sum: Count, one: Count): Count => ({
  households: sum.households + one.households,
  persons: sum.persons + one.persons,
});

type StepProps = { title: string; count: Count; href: string; children?: ReactNode };

async function Step({ title, count, href, children }: StepProps) {
  const t = await getTranslations("households");
  const f = await getFormats();
  return (
    <li className="border-line border-l-2 pl-3">
      <p className="text-ink-2">{title}</p>
      <p className="flex items-baseline gap-2">
        <Link href={href} data-metric className="text-ink no-underline hover:text-link hover:underline">
          <span className="tabular font-num text-kpi">{f.number(count.households)}</span>{" "}
          <span className="sr-only">{title}</span>
        </Link>
        <span className="text-ink-2">{t("panel.persons", { n: count.persons })}</span>
      </p>
      {children ? <ul className="flex flex-wrap gap-x-4">{children}</ul> : null}
    </li>
  );
}

type Bar = { key: string; name: string; count: Count; href: string | null };

async function Bars({ list }: { list: readonly Bar[] }) {
  const t = await getTranslations("households");
  const top = Math.max(1, ...list.map(({ count }) => count.households));
  return (
    <ul className="grid gap-1.5">
      {list.map(({ key, name, count, href }) => {
        const text = t("panel.households", { n: count.households });
        return (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
            <span>{name}</span>
            <span className="text-right">
              {href && count.households > 0 ? (
                <Link href={href} className="tabular inline-flex min-h-touch items-center desk:min-h-6">
                  {text}
                  <span className="sr-only"> {name}</span>
                </Link>
              ) : (
                text
              )}
            </span>
            <span className="col-span-2">
              <Bullet name={name} value={count.households} top={top} valueText={text} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
