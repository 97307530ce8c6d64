/** What can be done with a linked household: the income of a year, the end, and corrections. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { inYuan } from "#lib/base/money.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import { incomeYear, LINK_ROLES } from "#lib/domains/industry/industry.ts";
import type { LinkView } from "#lib/domains/industry/queries/entity-choices.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Linked = { id: string; entityId: string };
type Save = FormAction<Linked>;
type Props = {
  link: LinkView;
  today: string;
  saves: { income: Save; end: FormAction<Linked & { toOn: string }>; correct: Save };
};

export async function LinkDesk({ link, today, saves }: Props) {
  const t = await getTranslations("industry");
  const f = await getFormats();
  const first = Number(link.fromOn.slice(0, 4));
  const last = Number((link.toOn ?? today).slice(0, 4));
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => last - at);
  const asked = years.find((year) => year === incomeYear(today)) ?? last;
  const told = link.incomes.find(({ year }) => year === asked);
  return (
    <div className="grid max-w-2xl gap-4">
      <Card title={t("link.income")}>
        {link.incomes.length > 0 ? (
          <p className="mb-3 text-ink-2">
            {t("link.told")}{" "}
            {link.incomes
              .map(({ year, fen }) => t("links.year", { year: String(year), amount: f.yuan(BigInt(fen)) }))
              .join("、")}
          </p>
        ) : null}
        <Form action={saves.income} id="income" className="grid gap-4">
          <input type="hidden" name="linkId" value={link.id} />
          <Field name="year" label={t("link.year")} required>
            <Select
              width="short"
              defaultValue={String(asked)}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
          </Field>
          <Field name="income" label={t("link.amount")} hint={t("link.amountHint")}>
            <TextInput
              inputMode="decimal"
              unit={t("form.yuan")}
              width="medium"
              defaultValue={told ? inYuan(BigInt(told.fen)) : undefined}
            />
          </Field>
          <div>
            <SubmitButton>{t("link.saveIncome")}</SubmitButton>
          </div>
        </Form>
      </Card>
      {link.toOn === null ? (
        <Card title={t("link.end")}>
          <Form action={saves.end} id="end" className="grid gap-4">
            <input type="hidden" name="linkId" value={link.id} />
            <Field name="toOn" label={t("link.endDay")} required>
              <DateInput today={today} defaultValue={today} />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("link.saveEnd")}</SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
      <Card title={t("link.correct")}>
        <Form action={saves.correct} id="correct" className="grid gap-4">
          <input type="hidden" name="linkId" value={link.id} />
          <input type="hidden" name="version" value={link.version} />
          <ChipGroup
            name="role"
            label={t("link.role")}
            kind="radio"
            required
            defaultValue={link.role}
            options={LINK_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Field name="fromOn" label={t("link.from")} required>
            <DateInput today={today} defaultValue={link.fromOn} />
          </Field>
          <Field name="toOn" label={t("link.to")} hint={t("link.toHint")} optional>
            <DateInput today={today} defaultValue={link.toOn ?? undefined} />
          </Field>
          <div>
            <SubmitButton kind="secondary">{t("link.saveCorrect")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
