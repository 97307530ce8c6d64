/** How doubtful the data of each unit is: every number opens the rows behind it. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { UnitQuality } from "#lib/domains/quality/queries/overview.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { path: string; whole: UnitQuality; rows: readonly UnitQuality[] };

export async function UnitTable({ path, whole, rows }: Props) {
  const t = await getTranslations("quality");
  return (
    <Table caption={t("sum.caption")} stacked>
      <Head>
        <Column>{t("sum.unit")}</Column>
        <Column numeric>{t("sum.households")}</Column>
        <Column numeric>{t("sum.persons")}</Column>
        <Column numeric>{t("sum.errors")}</Column>
        <Column numeric>{t("sum.warnings")}</Column>
        <Column numeric>{t("sum.confirmed")}</Column>
        <Column numeric>{t("sum.rate")}</Column>
        <Column>{t("sum.handedIn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Line
            key={row.id}
            path={path}
            row={row}
            name={<Link href={`${path}?u=${row.id}`}>{row.name}</Link>}
          />
        ))}
        <Line path={path} row={whole} name={t("sum.here")} />
      </Body>
    </Table>
  );
}

type LineProps = { path: string; row: UnitQuality; name: ReactNode };

async function Line({ path, row, name }: LineProps) {
  const t = await getTranslations("quality");
  const f = await getFormats();
  const list = (more: string) => `${path}?u=${row.id}&view=list${more}`;
  const open = row.errors + row.warnings;
  const looked = row.households + row.persons;
  const behind = (count: number, more: string) =>
    count === 0 ? (
      f.number(0)
    ) : (
      <Link href={list(more)} className="inline-flex min-h-touch items-center desk:min-h-6">
        {f.number(count)}
      </Link>
    );
  return (
    <Row>
      <Cell head>{name}</Cell>
      <Cell label={t("sum.households")} numeric>
        {f.number(row.households)}
      </Cell>
      <Cell label={t("sum.persons")} numeric hideStacked>
        {f.number(row.persons)}
      </Cell>
      <Cell label={t("sum.errors")} numeric>
        {behind(row.errors, "&f.severity=ERROR")}
      </Cell>
      <Cell label={t("sum.warnings")} numeric>
        {behind(row.warnings, "&f.severity=WARN")}
      </Cell>
      <Cell label={t("sum.confirmed")} numeric>
        {behind(row.confirmed, "&f.state=confirmed")}
      </Cell>
      <Cell label={t("sum.rate")} numeric>
        {looked === 0 ? (
          <EmptyMark why="notApplicable" />
        ) : (
          f.number(Math.round((open * 10_000) / looked) / 10)
        )}
      </Cell>
      <Cell label={t("sum.handedIn")}>
        {row.villages === 0 ? (
          <EmptyMark why="notApplicable" />
        ) : (
          t("sum.of", { done: row.handedIn, all: row.villages })
        )}
      </Cell>
    </Row>
  );
}
