/** Pairings whose helper is gone in substance: who, why, for how long against the days to name the next, and the way to another helper. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { LapsedRow } from "#lib/domains/pairings/queries/lapsed.ts";

type Props = { rows: readonly LapsedRow[]; mayPair: (divisionId: number) => boolean };

export async function LapsedTable({ rows, mayPair }: Props) {
  const t = await getTranslations("pairings");
  return (
    <Table caption={t("lapsed.title")} stacked>
      <Head>
        <Column>{t("column.household")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.helper")}</Column>
        <Column>{t("lapsed.why")}</Column>
        <Column>{t("lapsed.gap")}</Column>
        <Column width="narrow">
          <span className="sr-only">{t("change")}</span>
        </Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/households/${row.householdId}?tab=pairings`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("column.place")}>{[row.place, row.groupName].filter(Boolean).join(" ")}</Cell>
            <Cell label={t("column.helper")}>
              {[row.helperName, row.helperUnit].filter(Boolean).join(" · ")}
            </Cell>
            <Cell label={t("lapsed.why")}>
              {t(`lapsed.whys.${row.why}`)}
              {row.othersToo ? <span className="text-ink-2"> {t("lapsed.othersToo")}</span> : null}
            </Cell>
            <Cell label={t("lapsed.gap")}>
              {row.days === null ? (
                t("lapsed.unknown", { limit: row.limit })
              ) : (
                <Light
                  state={row.days > row.limit ? "behind" : "watch"}
                  word={t("lapsed.days", { days: row.days, limit: row.limit })}
                />
              )}
            </Cell>
            <Cell>
              {mayPair(row.divisionId) ? (
                <LinkButton kind="quiet" size="small" href={`/pairings/${row.id}?do=replace`}>
                  {t("replace.title")}
                </LinkButton>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
