/** Since when an indicator has been counted and judged in which way, newest first: no version reaches back into a closed month. */
import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { DeclaredSince } from "#lib/domains/cockpit/queries.ts";
import { watchWords } from "./how-counted.tsx";

export async function VersionList({ versions }: { versions: readonly DeclaredSince[] }) {
  const t = await getTranslations("cockpit");
  return (
    <Table caption={t("versions.title")} stacked>
      <Head>
        <Column>{t("versions.from")}</Column>
        <Column>{t("versions.light")}</Column>
        <Column>{t("versions.by")}</Column>
        <Column>{t("versions.why")}</Column>
      </Head>
      <Body>
        {versions.map(({ fromOn, by, why, watchFrom }) => (
          <Row key={fromOn ?? ""}>
            <Cell head>{fromOn ?? t("versions.first")}</Cell>
            <Cell label={t("versions.light")}>
              {t("versions.watch", { from: watchWords({ watchFrom: watchFrom ?? undefined }).from })}
            </Cell>
            <Cell label={t("versions.by")}>{by ?? t("versions.program")}</Cell>
            <Cell label={t("versions.why")}>{why ?? "—"}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
