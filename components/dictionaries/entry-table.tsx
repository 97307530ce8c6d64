/** The entries of one list with their spellings, order and end; below it who changed what. */

import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { Entry, ListKey } from "#lib/domains/dictionaries/dictionary.ts";
import type { DictionaryChange } from "#lib/domains/dictionaries/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { nameOf } from "./words.ts";

type Props = { list: ListKey; entries: Entry[]; history: DictionaryChange[]; today: string };

export async function EntryTable({ list, entries, history, today }: Props) {
  const t = await getTranslations("dictionaries");
  const f = await getFormats();
  const locale = await getLocale();
  const name = (entry: Entry) => nameOf(entry, locale, (code) => t(`default.${code as "SOCIETY"}`));
  return (
    <>
      <Table caption={t(`list.${list}`)} stacked>
        <Head>
          <Column>{t("column.name")}</Column>
          <Column width="wide">{t("column.aliases")}</Column>
          <Column>{t("column.basis")}</Column>
          <Column>{t("column.state")}</Column>
        </Head>
        <Body>
          {entries.map((entry) => (
            <Row key={entry.code}>
              <Cell head>
                <Link href={`/admin/dictionaries?list=${list}&code=${entry.code}`}>{name(entry)}</Link>
                {entry.name && entry.usual && entry.name !== entry.usual["zh-CN"] ? (
                  <Badge>{t("renamed")}</Badge>
                ) : null}
              </Cell>
              <Cell label={t("column.aliases")}>
                {[...entry.aliases, ...entry.known].join(t("between")) || <EmptyMark why="unset" />}
              </Cell>
              <Cell label={t("column.basis")}>{entry.basis ?? <EmptyMark why="unset" />}</Cell>
              <Cell label={t("column.state")}>
                {entry.retiredOn ? (
                  <Badge tone={entry.retiredOn <= today ? "plain" : "watch"}>
                    {t("retired", { day: f.day(entry.retiredOn) })}
                  </Badge>
                ) : (
                  <Badge tone="ok">{t("inUse")}</Badge>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      {history.length > 0 ? (
        <div className="p-4">
          <Disclosure label={t("history")}>
            <Timeline
              items={history.map((one) => ({
                id: one.id,
                when: f.dayTime(one.at),
                title: t("changed", {
                  who: one.who ?? "",
                  field: t(`field.${one.field as "name"}`),
                  name: one.code,
                }),
                body: `${one.old ?? t("nothing")} → ${one.new ?? t("nothing")}`,
              }))}
            />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}
