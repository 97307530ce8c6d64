/** The lines of all years, with the paper that each rests on; whoever keeps settings takes one back here. */
import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Line, LineKey } from "#lib/domains/incomes/queries/lines.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function LineTable({ lines, drop }: { lines: Line[]; drop: FormAction<LineKey> }) {
  const t = await getTranslations("incomes");
  const f = await getFormats();
  if (lines.length === 0)
    return (
      <EmptyState kind="never" title={t("lines.none")}>
        {t("lines.toBeChecked")}
      </EmptyState>
    );
  return (
    <Table caption={t("lines.title")} stacked>
      <Head>
        <Column>{t("lines.year")}</Column>
        <Column>{t("lines.kind")}</Column>
        <Column>{t("lines.place")}</Column>
        <Column numeric>{t("lines.amount")}</Column>
        <Column width="wide">{t("lines.basis")}</Column>
        <Column>{t("lines.deed")}</Column>
      </Head>
      <Body>
        {lines.map((line) => (
          <Row key={`${line.kind}-${line.year}-${line.divisionId}`}>
            <Cell head>{t("year", { year: String(line.year) })}</Cell>
            <Cell label={t("lines.kind")}>{t(`line.${line.kind}`)}</Cell>
            <Cell label={t("lines.place")}>{line.place}</Cell>
            <Cell label={t("lines.amount")} numeric>
              {f.yuan(line.amountFen)}
            </Cell>
            <Cell label={t("lines.basis")}>
              {[line.basis, line.docNo].filter(Boolean).join(" · ") || (
                <span className="text-watch">{t("lines.toBeChecked")}</span>
              )}
            </Cell>
            <Cell label={t("lines.deed")}>
              <Form action={drop} buttonOnly>
                <input type="hidden" name="kind" value={line.kind} />
                <input type="hidden" name="year" value={line.year} />
                <input type="hidden" name="divisionId" value={line.divisionId} />
                <SubmitButton kind="quiet" size="small">
                  {t("lines.drop")}
                </SubmitButton>
              </Form>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
