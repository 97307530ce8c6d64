/** A visit rule anew: how often, whether the telephone counts, which months owe nothing, and from which day; it asks for a look first. */

import { getLocale, getTranslations } from "next-intl/server";
import { AskForm } from "#components/ui/ask-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { addDays } from "#lib/base/calendar.ts";
import type { ProblemView } from "#lib/base/outcome.ts";
import { listOf } from "#lib/base/url-state.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { VisitRuleRow } from "#lib/domains/settings/queries.ts";

type Props = {
  kind: string;
  rules: VisitRuleRow[];
  today: string;
  /** What was typed before, and what was wrong with it. */
  typed: URLSearchParams;
  problem: ProblemView | null;
};

export async function RuleForm({ kind, rules, today, typed, problem }: Props) {
  const t = await getTranslations("settings");
  const locale = await getLocale();
  const now = rules.find((one) => one.helperKind === kind && one.fromOn <= today);
  const name = codeName(PAIRING_KINDS, kind, locale) ?? kind;
  return (
    <Card
      title={t("change", { name })}
      note={`${t("bound", { count: now?.pairings ?? 0 })} ${t("source.rules")}`}
    >
      <AskForm path="/admin/settings" problem={problem} className="grid max-w-xl gap-4">
        <input type="hidden" name="rule" value={kind} />
        <ChipGroup
          name="period"
          label={t("field.period")}
          kind="radio"
          options={(["MONTH", "QUARTER"] as const).map((value) => ({ value, label: t(`period.${value}`) }))}
          defaultValue={typed.get("period") ?? now?.period ?? "MONTH"}
          columns={2}
        />
        <Field name="minCount" label={t("field.minCount")}>
          <TextInput
            defaultValue={typed.get("minCount") ?? String(now?.minCount ?? 1)}
            inputMode="numeric"
            width="short"
          />
        </Field>
        <ChipGroup
          name="remoteCounts"
          label={t("field.remoteCounts")}
          kind="radio"
          options={(["no", "yes"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
          defaultValue={typed.get("remoteCounts") ?? (now?.remoteCounts ? "yes" : "no")}
          columns={2}
        />
        <ChipGroup
          name="exemptMonths"
          label={t("field.exemptMonths")}
          kind="checkbox"
          options={Array.from({ length: 12 }, (_, at) => ({
            value: String(at + 1),
            label: t("month", { month: at + 1 }),
          }))}
          defaultValue={
            typed.has("fromOn") ? listOf(typed, "exemptMonths[]") : (now?.exemptMonths.map(String) ?? [])
          }
          columns={4}
        />
        <Field name="fromOn" label={t("field.fromOn")} hint={t("ruleHint")} required>
          <DateInput today={today} defaultValue={typed.get("fromOn") ?? addDays(today, 1)} min={today} />
        </Field>
        <div className="flex gap-2">
          <SubmitButton name="look" value="1">
            {t("look.button")}
          </SubmitButton>
          <LinkButton kind="quiet" href="/admin/settings">
            {t("cancel")}
          </LinkButton>
        </div>
      </AskForm>
    </Card>
  );
}
