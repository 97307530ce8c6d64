/** Cases with their next step, since when it waits, and until when a list hangs. */

import { getTranslations } from "next-intl/server";
import { CaseMark } from "#components/procedures/case-mark.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { addDays } from "#lib/base/calendar.ts";
import { isOpen } from "#lib/domains/procedures/procedure.ts";
import type { CaseRow } from "#lib/domains/procedures/queries/list.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function CaseTable({ rows }: { rows: readonly CaseRow[] }) {
  const t = await getTranslations("procedures");
  const f = await getFormats();
  return (
    <Table caption={t("list.caption")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.kind")}</Column>
        <Column>{t("list.step")}</Column>
        <Column>{t("list.place")}</Column>
        <Column width="date">{t("list.since")}</Column>
        <Column>{t("list.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/procedures/${row.id}`}
                className="inline-flex min-h-touch items-center underline desk:min-h-6"
              >
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("list.kind")}>{t(`kind.${row.kind}`)}</Cell>
            <Cell label={t("list.step")}>
              {isOpen(row.status) && row.step ? t(`step.${row.step}`) : <EmptyMark why="notApplicable" />}
              {row.dueOn && row.status === "RUNNING" ? (
                <span className="block text-ink-2 text-note">
                  {t("list.dueOn", { day: f.day(row.dueOn), until: f.day(addDays(row.dueOn, -1)) })}
                </span>
              ) : null}
            </Cell>
            <Cell label={t("list.place")}>{[row.place, row.groupName].filter(Boolean).join(" ")}</Cell>
            <Cell label={t("list.since")} nowrap>
              {isOpen(row.status)
                ? f.day(row.since)
                : row.closedOn && t("list.closedOn", { day: row.closedOn })}
            </Cell>
            <Cell label={t("list.state")}>
              <CaseMark status={row.status} returned={row.returned} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
