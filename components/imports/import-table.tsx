/** The imports of the viewer, newest first, each leading to the step where it stands. */

import { getLocale, getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import type { LightState } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { ImportStatus } from "#lib/domains/imports/import.ts";
import type { ImportLine } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";

const LOOKS: Record<ImportStatus, LightState> = {
  UPLOADED: "none",
  READ: "watch",
  CHECKING: "none",
  CHECKED: "watch",
  PUBLISHING: "none",
  DONE: "ok",
  TAKING_BACK: "none",
  TAKEN_BACK: "off",
  CANCELLED: "off",
  FAILED: "behind",
};

/** Without a result, but one is to come. */
const WAITS = new Set<ImportLine["status"]>(["UPLOADED", "READ", "CHECKING"]);

export async function ImportTable({ imports }: { imports: ImportLine[] }) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  return (
    <Table caption={t("list")} stacked>
      <Head>
        <Column>{t("column.sheet")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.file")}</Column>
        <Column width="date">{t("column.time")}</Column>
        <Column>{t("column.status")}</Column>
        <Column>{t("column.result")}</Column>
      </Head>
      <Body>
        {imports.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/imports/${one.id}`}>{sheetById(one.sheet)?.title[locale] ?? one.sheet}</Link>
            </Cell>
            <Cell label={t("column.place")}>{one.place}</Cell>
            <Cell label={t("column.file")}>{one.fileName}</Cell>
            <Cell label={t("column.time")} nowrap>
              {one.createdAt}
            </Cell>
            <Cell label={t("column.status")}>
              <Light state={LOOKS[one.status]} word={t(`status.${one.status}`)} />
            </Cell>
            <Cell label={t("column.result")}>
              {one.counts.added === undefined ? (
                <EmptyMark why={WAITS.has(one.status) ? "notDue" : "notApplicable"} />
              ) : (
                t("counts", {
                  added: one.counts.added,
                  updated: one.counts.updated ?? 0,
                  same: one.counts.same ?? 0,
                  bad: one.counts.bad ?? 0,
                })
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
