/** Needs as a table: on the list with whose they are, on a household's file without; cards on a phone. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { NeedRow } from "#lib/domains/needs/queries/list-needs.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { NeedClock, NeedMark } from "./need-marks.tsx";

type Props = {
  rows: readonly NeedRow[];
  categories: readonly Entry[];
  today: string;
  of: "list" | "household";
};

export async function NeedTable({ rows, categories, today, of }: Props) {
  const t = await getTranslations("needs");
  const f = await getFormats();
  const { name } = await categoryNames(categories);
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("category")}</Column>
        {of === "list" ? <Column>{t("about")}</Column> : null}
        <Column>{t("words")}</Column>
        <Column>{t("stateLabel")}</Column>
        <Column>{t("due")}</Column>
        <Column>{t("levelLabel")}</Column>
        <Column>{t("raisedOn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <Link
                  href={`/needs/${row.id}`}
                  className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
                >
                  {name(row.category)}
                </Link>
                {row.urgency === "URGENT" ? <Badge tone="watch">{t("urgency.URGENT")}</Badge> : null}
              </span>
            </Cell>
            {of === "list" ? (
              <Cell label={t("about")}>
                {row.householdId ? t("of", { name: row.about }) : t("ofVillage", { name: row.about })}
                {row.householdId ? <span className="ml-1 text-ink-2 text-note">{row.place}</span> : null}
              </Cell>
            ) : null}
            <Cell label={t("words")}>
              {row.words ? <span className="line-clamp-2">{row.words}</span> : <EmptyMark />}
            </Cell>
            <Cell label={t("stateLabel")}>
              <NeedMark need={row} />
              {row.reopened > 0 ? (
                <span className="block text-ink-2 text-note">{t("reopened", { count: row.reopened })}</span>
              ) : null}
            </Cell>
            <Cell label={t("due")}>
              {row.status === "CLOSED" ? (
                <span className="text-ink-2">{row.verdict ? t(`verdict.${row.verdict}`) : null}</span>
              ) : (
                <>
                  <span className="whitespace-nowrap">{f.day(row.dueOn)}</span>
                  <span className="block text-note">
                    <NeedClock need={row} today={today} />
                  </span>
                </>
              )}
            </Cell>
            <Cell label={t("levelLabel")}>
              {t(`level.${row.level}`)}
              {row.handlerUnit ? (
                <span className="block text-ink-2 text-note">
                  {[row.handlerUnit, row.handlerName].filter(Boolean).join(" ")}
                </span>
              ) : null}
            </Cell>
            <Cell label={t("raisedOn")} nowrap>
              {row.raisedOn}
              <span className="block text-ink-2 text-note">
                {t("days", { days: daysBetween(row.raisedOn, row.closedOn ?? today) })}
              </span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
