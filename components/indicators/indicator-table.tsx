/** All indicators by item: code and name, since when so, from where the light is ▲, scored or watched, whose. */
import { getLocale, getTranslations } from "next-intl/server";
import { watchWords } from "#components/cockpit/how-counted.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Listed } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function IndicatorTable({ rows }: { rows: readonly Listed[] }) {
  const t = await getTranslations("indicators");
  const cockpit = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.item")}</Column>
        <Column>{t("list.state")}</Column>
        <Column>{t("list.light")}</Column>
        <Column>{t("list.origin")}</Column>
      </Head>
      <Body>
        {rows.map(({ declaration, own, since, state, next }) => (
          <Row key={declaration.id}>
            <Cell head>
              <Link
                href={`/admin/indicators/${declaration.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {declaration.id} {declaration.name[locale]}
              </Link>
            </Cell>
            <Cell label={t("list.item")}>{cockpit(`short.${declaration.item}`)}</Cell>
            <Cell label={t("list.state")}>
              {state === "inForce" && since === null
                ? t("since.first")
                : t(`since.${state}`, { day: since === null ? "" : f.day(since) })}
              {next ? (
                <span className="block text-ink-2 text-note">{t("since.next", { day: f.day(next) })}</span>
              ) : null}
            </Cell>
            <Cell label={t("list.light")}>
              {declaration.scored ? t("list.watch", { from: watchWords(declaration).from }) : t("scored.no")}
            </Cell>
            <Cell label={t("list.origin")}>{t(own ? "origin.OFFICE" : "origin.PROGRAM")}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
