/** Families on the watch list, village by village; on a phone each is a card. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { WatchedFamily } from "#lib/domains/watch/entry.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { reasonWords } from "./reason-words.ts";

export async function WatchTable({ rows }: { rows: readonly WatchedFamily[] }) {
  const t = await getTranslations("watch");
  const f = await getFormats();
  const words = await reasonWords();
  return (
    <Table caption={t("list.caption")} stacked>
      <Head>
        <Column>{t("list.household")}</Column>
        <Column>{t("list.place")}</Column>
        <Column>{t("list.reasons")}</Column>
        <Column>{t("list.since")}</Column>
        <Column numeric>{t("list.days")}</Column>
        <Column>{t("list.lastVisit")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head nowrap>
              <Link
                href={`/households/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("list.place")}>
              {row.groupName ? `${row.place} · ${row.groupName}` : row.place}
            </Cell>
            <Cell label={t("list.reasons")}>
              <ul>
                {row.reasons.map((one) => (
                  <li key={one.reason}>{words.what(one)}</li>
                ))}
              </ul>
            </Cell>
            <Cell label={t("list.since")} nowrap>
              {f.day(row.since)}
            </Cell>
            <Cell label={t("list.days")} numeric>
              {f.number(row.days)}
            </Cell>
            <Cell label={t("list.lastVisit")} nowrap>
              {row.lastVisitOn ? f.day(row.lastVisitOn) : <EmptyMark />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
