/** The windows and freezes of the open year, and the form of whoever sets one. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { proposedFor } from "#lib/domains/registry-years/campaign.ts";
import type { CampaignRow } from "#lib/domains/registry-years/queries/years.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props<T> = {
  year: number;
  campaigns: readonly CampaignRow[];
  today: string;
  /** The places that the viewer sets it for. */
  places: readonly { id: number; name: string }[];
  save: FormAction<T>;
};

export async function CampaignCard<T>({ year, campaigns, today, places, save }: Props<T>) {
  const t = await getTranslations("registry");
  const f = await getFormats();
  const [first] = places;
  const own = campaigns.find(({ divisionId }) => divisionId === first?.id);
  const proposed = own ?? proposedFor(year);
  return (
    <Card title={t("campaigns", { year: String(year) })} note={t("campaignsNote")} flush>
      {campaigns.length === 0 ? (
        <EmptyState kind="never" title={t("noCampaign")} />
      ) : (
        <Table caption={t("campaigns", { year: String(year) })} stacked>
          <Head>
            <Column>{t("place")}</Column>
            <Column>{t("window")}</Column>
            <Column>{t("freeze")}</Column>
            <Column>{t("by")}</Column>
          </Head>
          <Body>
            {campaigns.map((one) => (
              <Row key={one.divisionId}>
                <Cell head>{one.level === "PREFECTURE" ? t("whole", { name: one.place }) : one.place}</Cell>
                <Cell label={t("window")}>
                  {t("fromTo", { from: f.day(one.opensOn), to: f.day(one.closesOn) })}
                </Cell>
                <Cell label={t("freeze")}>{one.frozenOn ? f.day(one.frozenOn) : t("noFreeze")}</Cell>
                <Cell label={t("by")}>{one.by ?? <EmptyMark />}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      {first ? (
        <div className="border-line border-t px-4 py-4">
          <h3 className="mb-3 text-h3">{t("set")}</h3>
          <Form action={save} done={t("saved")} className="grid max-w-xl gap-4">
            <Field name="divisionId" label={t("place")} required>
              <Select
                options={places.map(({ id, name }) => ({ value: String(id), label: name }))}
                defaultValue={String(first.id)}
                width="medium"
              />
            </Field>
            <Field name="opensOn" label={t("opensOn")} required>
              <DateInput today={today} defaultValue={proposed.opensOn} />
            </Field>
            <Field name="closesOn" label={t("closesOn")} required>
              <DateInput today={today} defaultValue={proposed.closesOn} />
            </Field>
            <Field name="frozenOn" label={t("frozenOn")} hint={t("frozenHint")} optional>
              <DateInput today={today} defaultValue={proposed.frozenOn ?? ""} />
            </Field>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </div>
      ) : null}
    </Card>
  );
}
