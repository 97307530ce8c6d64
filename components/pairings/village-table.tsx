/** Villages, one line for each unit that has it or is going to, and one for a village that no unit has. */
import { getTranslations } from "next-intl/server";
import { PairingState } from "#components/pairings/pairing-state.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { VillageRow } from "#lib/domains/pairings/queries/unit-villages.ts";
import { UnitName } from "./unit-village-card.tsx";

type Props = { rows: readonly VillageRow[]; today: string; mayTake: boolean };

export async function VillageTable({ rows, today, mayTake }: Props) {
  const t = await getTranslations("pairings");
  const lines = rows.flatMap((village) =>
    (village.units.length > 0 ? village.units : [null]).map((unit) => ({ village, unit })),
  );
  return (
    <Table caption={t("villages.title")} stacked>
      <Head>
        <Column>{t("villages.village")}</Column>
        <Column>{t("villages.unit")}</Column>
        <Column>{t("villages.contact")}</Column>
        <Column width="date">{t("column.from")}</Column>
        <Column>{t("column.state")}</Column>
        {mayTake ? (
          <Column width="narrow">
            <span className="sr-only">{t("change")}</span>
          </Column>
        ) : null}
      </Head>
      <Body>
        {lines.map(({ village, unit }) => (
          <Row key={unit?.id ?? village.villageId}>
            <Cell head>
              <Link
                href={`/divisions/${village.villageId}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {[village.above, village.name].filter(Boolean).join(" ")}
              </Link>
            </Cell>
            <Cell label={t("villages.unit")}>{unit ? <UnitName row={unit} /> : <EmptyMark />}</Cell>
            <Cell label={t("villages.contact")} hideStacked>
              {unit?.contact ?? <EmptyMark />}
            </Cell>
            <Cell label={t("column.from")} nowrap>
              {unit?.fromOn ?? <EmptyMark />}
            </Cell>
            <Cell label={t("column.state")}>
              {unit ? (
                <PairingState pairing={unit} today={today} />
              ) : (
                <Light state="watch" word={t("villages.free")} />
              )}
            </Cell>
            {mayTake ? (
              <Cell>
                <LinkButton
                  kind="quiet"
                  size="small"
                  href={
                    unit ? `/pairings/villages/${unit.id}` : `/pairings/villages/new?u=${village.villageId}`
                  }
                >
                  {unit ? t("change") : t("villages.take")}
                </LinkButton>
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
