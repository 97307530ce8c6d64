/** The figures of an entity for a year, one field for each household, and a box into which a column of a sheet is pasted. */
import { getTranslations } from "next-intl/server";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { inYuan } from "#lib/base/money.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { YearView } from "#lib/domains/industry/queries/entity-year.ts";

type Props = { view: YearView; save: FormAction<{ id: string; year: number; changed: number }> };

const typed = (fen: string | null) => (fen === null ? "" : inYuan(BigInt(fen)).replace(/\.00$/, ""));

export async function YearForm({ view, save }: Props) {
  const t = await getTranslations("industry");
  const { entity, year, facts, mayFacts, rows } = view;
  const unit = t("form.yuan");
  const told = rows.filter(({ fen }) => fen !== null).length;
  return (
    <Form action={save} id="year" className="grid max-w-3xl gap-5">
      <input type="hidden" name="id" value={entity.id} />
      <input type="hidden" name="year" value={year} />
      {mayFacts ? (
        <fieldset className="grid gap-4 pad:grid-cols-3">
          <legend className="mb-2 text-h3">{t("year.own")}</legend>
          <input type="hidden" name="facts" value="yes" />
          <Field name="poorMembers" label={t("years.poor")}>
            <TextInput
              inputMode="numeric"
              unit={t("year.households")}
              defaultValue={facts.poorMembers ?? ""}
            />
          </Field>
          <Field name="output" label={t("years.output")}>
            <TextInput inputMode="decimal" unit={unit} defaultValue={typed(facts.outputFen)} />
          </Field>
          <Field name="raised" label={t("years.raised")}>
            <TextInput inputMode="decimal" unit={unit} defaultValue={typed(facts.raisedFen)} />
          </Field>
        </fieldset>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-h3">{t("year.earned")}</h2>
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("year.nobody", { year: String(year) })} />
        ) : (
          <>
            <p className="text-ink-2">{t("year.told", { told, count: rows.length })}</p>
            <Disclosure label={t("year.paste")}>
              <Field name="paste" label={t("year.pasteLabel")} hint={t("year.pasteHint")}>
                <Textarea rows={6} />
              </Field>
            </Disclosure>
            <ul className="divide-y divide-line rounded-card border border-line bg-card">
              {rows.map((row) => (
                <li
                  key={row.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2"
                >
                  <span className="min-w-0">
                    <span className="font-semibold">{row.headName}</span>{" "}
                    <span className="text-ink-2 text-note">
                      {[row.place, t(`role.${row.role}`), row.householdNo].join(" · ")}
                    </span>
                  </span>
                  <div className="w-full pad:w-48">
                    <Field
                      name={`income-${row.id}`}
                      label={t("year.incomeOf", { name: row.headName, role: t(`role.${row.role}`) })}
                      hideLabel
                    >
                      <TextInput
                        inputMode="decimal"
                        autoComplete="off"
                        unit={unit}
                        defaultValue={typed(row.fen)}
                      />
                    </Field>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {mayFacts || rows.length > 0 ? (
        <div>
          <SubmitButton>{t("year.save")}</SubmitButton>
        </div>
      ) : null}
    </Form>
  );
}
