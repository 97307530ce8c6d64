/** The register of pairings as a table; cards on a phone. */
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { PeekLink } from "#components/ui/drawer.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { PairingRow } from "#lib/domains/pairings/queries/list-pairings.ts";
import { PairingState } from "./pairing-state.tsx";

type Props = {
  rows: PairingRow[];
  params: URLSearchParams;
  today: string;
  mayPair: boolean;
  /** The row opened beside the list. */
  peek: string | null;
};

export async function PairingTable({ rows, params, today, mayPair, peek }: Props) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("column.household")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.helper")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.kind")}</Column>
        <Column numeric>{t("column.load")}</Column>
        <Column width="date">{t("column.from")}</Column>
        <Column width="date">{t("column.to")}</Column>
        <Column>{t("column.state")}</Column>
        {mayPair ? (
          <Column width="narrow">
            <span className="sr-only">{t("change")}</span>
          </Column>
        ) : null}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id} selected={row.id === peek}>
            <Cell head nowrap>
              <Link
                href={`/households/${row.householdId}?tab=pairings`}
                className="inline-flex min-h-touch items-center whitespace-nowrap font-semibold desk:min-h-6"
              >
                {row.headName}
              </Link>
              <PeekLink path="/pairings" params={params} id={row.id} name={row.headName} />
            </Cell>
            <Cell label={t("column.place")} hideStacked>
              {[row.place, row.groupName].filter(Boolean).join(" ")}
            </Cell>
            <Cell label={t("column.helper")} nowrap>
              {row.helperName}
            </Cell>
            <Cell label={t("column.unit")}>{row.helperUnit ?? <EmptyMark />}</Cell>
            <Cell label={t("column.kind")}>{codeName(PAIRING_KINDS, row.kind, locale)}</Cell>
            <Cell label={t("column.load")} numeric hideStacked>
              <Link href={`/pairings?f.helper=${row.helperId}`}>{row.load}</Link>
            </Cell>
            <Cell label={t("column.from")} nowrap>
              {row.fromOn}
            </Cell>
            <Cell label={t("column.to")} nowrap hideStacked>
              {row.toOn ?? <EmptyMark why="notDue" />}
            </Cell>
            <Cell label={t("column.state")}>
              <PairingState pairing={row} today={today} />
            </Cell>
            {mayPair ? (
              <Cell>
                {row.toOn === null || row.toOn > today ? (
                  <LinkButton kind="quiet" size="small" href={`/pairings/${row.id}`}>
                    {t("change")}
                  </LinkButton>
                ) : null}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
