/** The rows behind a figure of people: who it is, and the trainings of the year so far, or the households linked to him. */
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { PersonBehind } from "#lib/indicators/person-rows.ts";

export async function PeopleBehind({ rows, indicator }: { rows: readonly PersonBehind[]; indicator: Ratio }) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const links = indicator.of === "memberLinks";
  return (
    <Card flush>
      <Table caption={t("rows.title", { name: indicator.name[locale] })} stacked>
        <Head>
          <Column>{t("rows.person")}</Column>
          <Column>{t("rows.seat")}</Column>
          <Column>{t("rows.post")}</Column>
          {links ? (
            <Column numeric>{t("rows.links")}</Column>
          ) : (
            <>
              <Column numeric>{t("rows.trainings")}</Column>
              <Column numeric>{t("rows.hours")}</Column>
            </>
          )}
          <Column width="date">{t(links ? "rows.lastLink" : "rows.lastTraining")}</Column>
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Who row={row} cadre={indicator.of === "cadres"} />
              </Cell>
              <Cell label={t("rows.seat")}>{row.place}</Cell>
              <Cell label={t("rows.post")} hideStacked>
                {[row.unit === row.place ? null : row.unit, row.post].filter(Boolean).join(" ") || (
                  <EmptyMark />
                )}
              </Cell>
              {links ? (
                <Cell label={t("rows.links")} numeric>
                  {t("rows.households", { n: row.links })}
                </Cell>
              ) : (
                <>
                  <Cell label={t("rows.trainings")} numeric>
                    {t("rows.times", { n: row.times })}
                  </Cell>
                  <Cell label={t("rows.hours")} numeric>
                    {f.decimal(row.tenths / 10)}
                  </Cell>
                </>
              )}
              {links ? (
                <Cell label={t("rows.lastLink")} nowrap>
                  {row.links > 0 ? <EmptyMark /> : (row.lastOn ?? t("rows.neverLinked"))}
                </Cell>
              ) : (
                <Cell label={t("rows.lastTraining")} nowrap>
                  {row.lastOn ?? t("rows.neverTrained")}
                </Cell>
              )}
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}

/** To the page that tells of him as he was counted: as a cadre, or as a member. */
function Who({ row, cadre }: { row: PersonBehind; cadre: boolean }) {
  if (!row.name) return <EmptyMark />;
  const href = cadre ? `/cadres/${row.id}` : row.memberId === null ? null : `/members/${row.memberId}`;
  if (href === null) return row.name;
  return (
    <Link href={href} className="inline-flex min-h-touch items-center desk:min-h-6">
      {row.name}
    </Link>
  );
}
