/** Who stands by the closed figures of a unit and of the counties below it; and the form of whoever has not signed yet. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Period } from "#lib/base/period.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Signature = { unit: number; name: string; by: string | null; at: Date | null; note: string | null };
type Props = {
  signatures: readonly Signature[];
  unit: number;
  period: Period;
  sign: FormAction<{ period: Period; unit: number }> | null;
};

export async function Signatures({ signatures, unit, period, sign }: Props) {
  const t = await getTranslations("closings");
  const f = await getFormats();
  return (
    <>
      <Table caption={t("signatures.title")} stacked>
        <Head>
          <Column>{t("column.unit")}</Column>
          <Column>{t("column.signer")}</Column>
          <Column>{t("column.noted")}</Column>
          <Column>{t("column.note")}</Column>
        </Head>
        <Body>
          {signatures.map((one) => (
            <Row key={one.unit}>
              <Cell head>
                <Link
                  href={`/cockpit/closings/${period}?u=${one.unit}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {one.name}
                </Link>
              </Cell>
              <Cell label={t("column.signer")}>
                {one.by ?? <Light state="none" word={t("signatures.waiting")} />}
              </Cell>
              <Cell label={t("column.noted")}>{one.at ? f.dayTime(one.at) : f.none}</Cell>
              <Cell label={t("column.note")}>{one.note ?? f.none}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      {sign ? (
        <Form action={sign} done={t("signatures.done")} className="grid max-w-xl gap-3 p-4 print:hidden">
          <input type="hidden" name="period" value={period} />
          <input type="hidden" name="unit" value={unit} />
          <p>{t("signatures.confirm", { period: f.period(period) })}</p>
          <Field name="note" label={t("signatures.note")} hint={t("signatures.noteHint")}>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <div>
            <SubmitButton>{t("signatures.sign")}</SubmitButton>
          </div>
        </Form>
      ) : null}
    </>
  );
}
