/** A draft: what was counted, and below each section a box for words; usual sentences can be ticked and are put behind when it is saved. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ReportView } from "#lib/domains/reports/queries/show-report.ts";
import { LONGEST_TEXT } from "#lib/domains/reports/report.ts";
import { Blocks } from "./blocks.tsx";
import type { Composed } from "./compose.ts";

type Props<T> = { report: ReportView["report"]; composed: Composed; closed: boolean; save: FormAction<T> };

const USUAL = { problems: ["a", "b", "c"], plans: ["a", "b", "c", "d"] } as const;

export async function DraftForm<T>({ report, composed, closed, save }: Props<T>) {
  const t = await getTranslations("reports");
  const usual = {
    problems: USUAL.problems.map((key) => t(`preset.problems.${key}`)),
    plans: USUAL.plans.map((key) => t(`preset.plans.${key}`)),
  };
  return (
    <Form action={save} id="report" className="grid max-w-form grid-cols-1 gap-4">
      <input type="hidden" name="id" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      {composed.parts.map(({ section, heading, blocks, typed }) => (
        <section key={section} className="min-w-0 rounded-card border border-line bg-card p-4">
          <h2 className="mb-1 text-h3">{heading}</h2>
          <Blocks blocks={blocks} table={composed.table} />
          <div className="mt-3 grid gap-2">
            <Field name={section} label={t("write.text")} hint={t("write.hint")}>
              <Textarea rows={blocks.length === 0 ? 5 : 3} maxLength={LONGEST_TEXT} defaultValue={typed} />
            </Field>
            {section === "problems" || section === "plans" ? (
              <ChipGroup
                name={section === "problems" ? "addProblems" : "addPlans"}
                label={t("write.presets")}
                kind="checkbox"
                options={usual[section]
                  .filter((sentence) => !typed.includes(sentence))
                  .map((sentence) => ({ value: sentence, label: sentence }))}
              />
            ) : null}
          </div>
        </section>
      ))}
      <div className="sticky bottom-14 z-10 -mx-4 flex flex-wrap gap-2 border-line border-t bg-card px-4 py-2 desk:static desk:mx-0 desk:border-0 desk:bg-transparent desk:px-0">
        <SubmitButton kind={closed ? "secondary" : "primary"} name="next" value="stay">
          {t("write.save")}
        </SubmitButton>
        {closed ? (
          <SubmitButton name="next" value="issue">
            {t("write.issue")}
          </SubmitButton>
        ) : null}
      </div>
    </Form>
  );
}
