/** The decision of a request: of a correction field by field, old beside new; of anything else as a whole. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { RequestDetail } from "#lib/domains/lives/queries/requests.ts";

type Words = { name: (field: string) => string; value: (field: string, value: string) => string };
type Props<T> = { request: RequestDetail; words: Words; save: FormAction<T> };

export async function DecisionForm<T>({ request, words, save }: Props<T>) {
  const t = await getTranslations("registry");
  return (
    <Form action={save} className="grid gap-4" id="decide">
      <input type="hidden" name="id" value={request.id} />
      {request.fields.length > 0 ? <FieldTable request={request} words={words} decides /> : null}
      <ChipGroup
        kind="radio"
        name="decision"
        label={t("decide")}
        required
        options={[
          { value: "APPROVE", label: t("approve") },
          { value: "REFUSE", label: t("refuse") },
        ]}
      />
      <Field name="why" label={t("why")} hint={t("whyHint")} optional>
        <Textarea maxLength={200} />
      </Field>
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function FieldTable({
  request,
  words,
  decides = false,
}: Pick<Props<unknown>, "request" | "words"> & { decides?: boolean }) {
  const t = await getTranslations("registry");
  const shown = (field: string, value: string) => (value === "" ? t("empty") : words.value(field, value));
  return (
    <Table caption={t("fieldsTitle")} stacked>
      <Head>
        <Column>{t("what")}</Column>
        <Column>{t("old")}</Column>
        <Column>{t("now")}</Column>
        <Column>{t("wanted")}</Column>
        <Column>{t("state")}</Column>
      </Head>
      <Body>
        {request.fields.map((one) => (
          <Row key={one.field}>
            <Cell head>{words.name(one.field)}</Cell>
            <Cell label={t("old")}>{shown(one.field, one.before)}</Cell>
            <Cell label={t("now")}>{shown(one.field, one.now)}</Cell>
            <Cell label={t("wanted")}>
              <strong>{shown(one.field, one.wanted)}</strong>
            </Cell>
            <Cell label={t("state")}>
              {decides ? (
                <TickBox
                  name="fields[]"
                  value={one.field}
                  label={t("take", { field: words.name(one.field) })}
                  ticked
                />
              ) : one.taken ? (
                t("taken")
              ) : (
                "—"
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
