/** Households without a helper: since when, who was the last, who is to follow; ticked ones go on to one helper for all of them. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { UncoveredRow } from "#lib/domains/pairings/queries/uncovered.ts";

type Props = { rows: UncoveredRow[]; mayPair: boolean };

const LIGHTS = { late: "behind", within: "watch", never: "behind" } as const;

export async function UncoveredTable({ rows, mayPair }: Props) {
  const t = await getTranslations("pairings");
  return (
    <Table caption={t("uncovered.title")} stacked>
      <Head>
        {mayPair ? (
          <Column width="narrow">
            <span className="sr-only">{t("uncovered.tick")}</span>
          </Column>
        ) : null}
        <Column>{t("column.household")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.state")}</Column>
        <Column width="date">{t("uncovered.since")}</Column>
        <Column numeric>{t("uncovered.days")}</Column>
        <Column>{t("uncovered.last")}</Column>
        <Column>{t("uncovered.next")}</Column>
        {mayPair ? (
          <Column width="narrow">
            <span className="sr-only">{t("new.open")}</span>
          </Column>
        ) : null}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            {mayPair ? (
              <Cell>
                <label className="inline-flex min-h-touch min-w-11 items-center desk:min-h-control desk:min-w-0">
                  <input
                    type="checkbox"
                    name="household"
                    value={row.id}
                    aria-label={t("uncovered.tickOne", { name: row.headName })}
                    className="size-5"
                  />
                </label>
              </Cell>
            ) : null}
            <Cell head nowrap>
              <Link
                href={`/households/${row.id}?tab=pairings`}
                className="inline-flex min-h-touch items-center whitespace-nowrap font-semibold desk:min-h-6"
              >
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("column.place")}>{[row.place, row.groupName].filter(Boolean).join(" ")}</Cell>
            <Cell label={t("column.state")}>
              <Light state={LIGHTS[row.state]} word={t(`uncovered.state.${row.state}`)} />
            </Cell>
            <Cell label={t("uncovered.since")} nowrap>
              {row.since ?? <EmptyMark />}
            </Cell>
            <Cell label={t("uncovered.days")} numeric>
              {row.days === null ? (
                <EmptyMark />
              ) : row.state === "never" ? (
                row.days
              ) : (
                t("uncovered.daysOf", { days: row.days, limit: row.limit })
              )}
            </Cell>
            <Cell label={t("uncovered.last")}>
              {row.lastHelper ? (
                <>
                  {[row.lastHelper, row.lastUnit].filter(Boolean).join(" · ")}
                  {row.endReason ? (
                    <span className="text-ink-2"> {t(`reason.${row.endReason as "ROTATED"}`)}</span>
                  ) : null}
                </>
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell label={t("uncovered.next")}>
              {row.nextHelper && row.nextOn ? (
                t("uncovered.follows", { name: row.nextHelper, from: row.nextOn })
              ) : (
                <EmptyMark />
              )}
            </Cell>
            {mayPair ? (
              <Cell>
                <LinkButton kind="quiet" size="small" href={`/pairings/new?household=${row.id}`}>
                  {t("new.open")}
                </LinkButton>
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
