/** The units of a village on its own page, or the villages of an organization's unit on that one's: since when, until when, and why it ended. */
import { getTranslations } from "next-intl/server";
import { PairingState } from "#components/pairings/pairing-state.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { UnitVillage } from "#lib/domains/pairings/queries/unit-villages.ts";

type Props = {
  of: "village" | "org";
  rows: readonly UnitVillage[];
  today: string;
  /** Where a unit takes this village; null where nobody here may say so. */
  takeHref?: string | null;
  mayChange: boolean;
};

export async function UnitVillageCard({ of, rows, today, takeHref = null, mayChange }: Props) {
  const t = await getTranslations("pairings");
  const first = of === "village" ? t("villages.unit") : t("villages.village");
  return (
    <Card
      flush={rows.length > 0}
      title={t(`villages.of.${of}`)}
      action={
        takeHref ? (
          <LinkButton size="small" href={takeHref}>
            {t("villages.take")}
          </LinkButton>
        ) : null
      }
    >
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("villages.noUnit")}</p>
      ) : (
        <Table caption={t(`villages.of.${of}`)} stacked>
          <Head>
            <Column>{first}</Column>
            <Column>{t("villages.contact")}</Column>
            <Column width="date">{t("column.from")}</Column>
            <Column>{t("column.to")}</Column>
            <Column>{t("column.state")}</Column>
          </Head>
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <Cell head>{of === "village" ? <UnitName row={row} /> : <VillageName row={row} />}</Cell>
                <Cell label={t("villages.contact")}>{row.contact ?? <EmptyMark />}</Cell>
                <Cell label={t("column.from")} nowrap>
                  {row.fromOn}
                </Cell>
                <Cell label={t("column.to")}>
                  {row.toOn ? (
                    `${row.toOn} ${t(`villages.reason.${row.endReason as "ROTATED"}`)}`
                  ) : (
                    <EmptyMark />
                  )}
                </Cell>
                <Cell label={t("column.state")}>
                  <PairingState pairing={row} today={today} />{" "}
                  {mayChange && row.toOn === null ? (
                    <Link
                      href={`/pairings/villages/${row.id}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {t("change")}
                    </Link>
                  ) : null}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Card>
  );
}

/** To its Party organization, where one was named. */
export function UnitName({ row }: { row: UnitVillage }) {
  if (row.orgId === null) return row.unit;
  return (
    <Link href={`/orgs/${row.orgId}`} className="inline-flex min-h-touch items-center desk:min-h-6">
      {row.unit}
    </Link>
  );
}

function VillageName({ row }: { row: UnitVillage }) {
  return (
    <Link href={`/divisions/${row.divisionId}`} className="inline-flex min-h-touch items-center desk:min-h-6">
      {[row.above, row.village].filter(Boolean).join(" ")}
    </Link>
  );
}
