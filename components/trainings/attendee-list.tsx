/** Who was there; whoever keeps the training ticks those who were not, and takes them off. */
import { getTranslations } from "next-intl/server";
import { homeOf } from "#components/trainings/home.ts";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { AttendeeRow } from "#lib/domains/trainings/queries/get-training.ts";

type Props<T> = { id: string; rows: AttendeeRow[]; mayKeep: boolean; remove: FormAction<T> };

const LIGHTS = { KNOWN: "ok", UNKNOWN: "watch", OUTSIDER: "none" } as const;

export async function AttendeeList<T>({ id, rows, mayKeep, remove }: Props<T>) {
  const t = await getTranslations("trainings");
  const table = (
    <Table caption={t("attendees")} stacked copies>
      <Head>
        <Column>{t("field.name")}</Column>
        <Column>{t("field.home")}</Column>
        <Column>{t("field.post")}</Column>
        <Column>{t("field.standing")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              {mayKeep ? (
                <label className="flex min-h-touch items-center gap-3 desk:min-h-6">
                  <input type="checkbox" name="attendees[]" value={row.id} className="size-5" />
                  {row.name}
                </label>
              ) : (
                row.name
              )}
            </Cell>
            <Cell label={t("field.home")}>{homeOf(row) || (row.unitTyped ?? <EmptyMark />)}</Cell>
            <Cell label={t("field.post")} hideStacked>
              {row.post ?? <EmptyMark />}
            </Cell>
            <Cell label={t("field.standing")}>
              <Light state={LIGHTS[row.standing]} word={t(`standing.${row.standing}`)} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
  if (!mayKeep) return table;
  return (
    <Form action={remove}>
      <input type="hidden" name="id" value={id} />
      {table}
      <div className="px-4 py-3 print:hidden" data-field="attendees">
        <SubmitButton kind="secondary">{t("remove.do")}</SubmitButton>
      </div>
    </Form>
  );
}
