/** Maps that were shown before or never: number, file, who and from when to when. */

import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { KeptMap } from "#lib/domains/maps/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function MapHistory({ maps }: { maps: readonly KeptMap[] }) {
  const t = await getTranslations("maps");
  const f = await getFormats();
  return (
    <Table caption={t("history.title")} stacked>
      <Head>
        {(["number", "file", "made", "shown", "closed"] as const).map((name) => (
          <Column key={name}>{t(`history.${name}`)}</Column>
        ))}
      </Head>
      <Body>
        {maps.map((map) => (
          <Row key={map.id}>
            <Cell head>{map.approvalNo}</Cell>
            <Cell label={t("history.file")}>{map.fileName}</Cell>
            <Cell label={t("history.made")}>{`${map.accountName} ${f.dayTime(map.createdAt)}`}</Cell>
            <Cell label={t("history.shown")}>
              {map.shownAt ? f.dayTime(map.shownAt) : t("history.never")}
            </Cell>
            <Cell label={t("history.closed")}>
              {map.closedAt ? `${map.closedByName} ${f.dayTime(map.closedAt)}` : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
