/** The days of one year that differ from the week, with the calendar that says so; each can be taken out. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { CalendarRow } from "#lib/domains/workdays/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Removed = { calendar: CalendarRow["calendar"]; day: string; year: string; root: number };
type Props = { rows: CalendarRow[]; remove: FormAction<Removed> };

export async function DayTable({ rows, remove }: Props) {
  const t = await getTranslations("workdays");
  const f = await getFormats();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column width="date">{t("column.day")}</Column>
        <Column>{t("column.kind")}</Column>
        <Column>{t("column.name")}</Column>
        <Column>{t("column.calendar")}</Column>
        <Column>{t("column.deed")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={`${row.calendar} ${row.day}`}>
            <Cell head nowrap>
              {f.day(row.day)} {f.weekday(row.day)}
            </Cell>
            <Cell label={t("column.kind")}>
              <Badge tone={row.kind === "REST" ? "ok" : "watch"}>{t(`kind.${row.kind}`)}</Badge>
            </Cell>
            <Cell label={t("column.name")}>{row.name}</Cell>
            <Cell label={t("column.calendar")}>{t(`calendar.${row.calendar}`)}</Cell>
            <Cell label={t("column.deed")}>
              <Form action={remove}>
                <input type="hidden" name="calendar" value={row.calendar} />
                <input type="hidden" name="day" value={row.day} />
                <SubmitButton kind="quiet" size="small">
                  {t("remove", { day: f.day(row.day) })}
                </SubmitButton>
              </Form>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
