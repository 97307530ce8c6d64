/** Ends a measure: done, partly done or stopped, on which day, with what came of it. */

import { getTranslations } from "next-intl/server";
import { yuanText } from "#components/measures/measure-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { RESULTS } from "#lib/domains/measures/measure.ts";
import { getMeasure } from "#lib/domains/measures/queries/list-measures.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMeasureEnd } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("measures");
  return { title: `${t("one")} · ${t("end")}` };
}

export default page({
  route: "/measures/[id]/end",
  load: async (scope, { params }) => {
    const { measure } = await getMeasure(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", measure.divisionId)) throw refused();
    return measure;
  },
  refused: () => <PermissionNote />,
  render: async (measure, { today }) => {
    const t = await getTranslations("measures");
    const common = await getTranslations("common");
    const own = `/measures/${measure.id}`;
    return (
      <>
        <PageHead title={t("end")} back={{ href: own, label: measure.project }} note={measure.headName} />
        <Card>
          <Form action={saveMeasureEnd} className="grid max-w-xl gap-4">
            <input type="hidden" name="id" value={measure.id} />
            <input type="hidden" name="version" value={measure.version} />
            <ChipGroup
              name="status"
              label={t("field.status")}
              kind="radio"
              columns={3}
              required
              defaultValue={measure.status}
              options={RESULTS.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
            <Field name="toOn" label={t("field.toOn")} required>
              <DateInput
                today={today}
                max={today}
                defaultValue={measure.toOn && measure.toOn <= today ? measure.toOn : today}
              />
            </Field>
            <Field name="result" label={t("field.result")} optional>
              <Textarea maxLength={500} defaultValue={measure.result ?? ""} />
            </Field>
            <Field name="gain" label={t("field.gain")} hint={t("gainHint")} optional>
              <TextInput
                inputMode="decimal"
                autoComplete="off"
                unit={t("yuan")}
                width="medium"
                defaultValue={yuanText(measure.gainFen)}
              />
            </Field>
            <div className="flex gap-2">
              <SubmitButton>{common("save")}</SubmitButton>
              <LinkButton kind="quiet" href={own}>
                {common("back")}
              </LinkButton>
            </div>
          </Form>
        </Card>
      </>
    );
  },
});
