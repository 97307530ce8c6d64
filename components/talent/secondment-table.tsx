/** Cadres sent to teach, with the last answer whether they are on post; cards on a phone. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { SecondmentRow } from "#lib/domains/talent/queries/list-secondments.ts";
import { isLate, stateOf } from "#lib/domains/talent/talent.ts";
import type { TeachingNames } from "./names.ts";

type Props = { rows: readonly SecondmentRow[]; day: string; names: TeachingNames };

export async function SecondmentTable({ rows, day, names }: Props) {
  const t = await getTranslations("talent");
  return (
    <Table caption={t("secondments.title")} stacked>
      <Head>
        <Column>{t("field.name")}</Column>
        <Column>{t("field.fromUnit")}</Column>
        <Column>{t("field.school")}</Column>
        <Column>{t("field.subject")}</Column>
        <Column>{t("field.state")}</Column>
        <Column>{t("field.onPost")}</Column>
        <Column width="date">{t("field.startedOn")}</Column>
        <Column width="date">{t("field.until")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head nowrap>
              <Link
                href={`/talent/secondments/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("field.fromUnit")} hideStacked>
              {row.fromUnit}
            </Cell>
            <Cell label={t("field.school")}>{row.school}</Cell>
            <Cell label={t("field.subject")} nowrap hideStacked>
              {names.subject(row.subject)}
            </Cell>
            <Cell label={t("field.state")} nowrap>
              <StateMark days={row} day={day} />
            </Cell>
            <Cell label={t("field.onPost")}>
              <PostMark row={row} day={day} names={names} />
            </Cell>
            <Cell label={t("field.startedOn")} nowrap hideStacked>
              {row.startedOn ?? <EmptyMark why="notDue" />}
            </Cell>
            <Cell label={t("field.until")} nowrap hideStacked>
              {row.endedOn ?? row.toOn}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

type Days = Parameters<typeof stateOf>[0];

export async function StateMark({ days, day }: { days: Days; day: string }) {
  const t = await getTranslations("talent");
  const state = stateOf(days, day);
  if (isLate(days, day)) return <Light state="watch" word={t("secondments.late")} />;
  const light = state === "STARTED" ? "ok" : state === "PLANNED" ? "none" : "off";
  return <Light state={light} word={t(`state.${state}`)} />;
}

async function PostMark({ row, day, names }: { row: SecondmentRow; day: string; names: TeachingNames }) {
  const t = await getTranslations("talent");
  if (stateOf(row, day) !== "STARTED") return <EmptyMark why="notApplicable" />;
  if (row.onPost === null) return <Light state="none" word={t("check.NEVER")} />;
  const word = row.onPost ? t("check.ON") : names.absence(row.why ?? "");
  return (
    <>
      <Light state={row.onPost ? "ok" : "behind"} word={word} />{" "}
      <span className="whitespace-nowrap text-ink-2 text-note">{row.checkedOn}</span>
    </>
  );
}
