/** A new form: the department's empty file, or its headings alone. Posted as plain forms, so both work before scripts arrive. */

import { getTranslations } from "next-intl/server";
import { FileDrop } from "#components/imports/file-drop.tsx";
import { UnitField, unitOptions } from "#components/imports/unit-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field, FieldErrors } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { exportUnits } from "#lib/domains/exports/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { paste } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("tables"))("make.title") };
}

export default page({
  route: "/tables/new",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "household.export")) throw refused();
    return { units: await exportUnits(scope, {}), params: toParams(search) };
  },
  refused: () => <PermissionNote />,
  render: async ({ units, params }) => {
    const t = await getTranslations("tables");
    const imports = await getTranslations("imports");
    const problem = params.get("refused");
    const own = `refused.${problem}` as "refused.noFile";
    const general = `refused.${problem}` as "refused.broken";
    const reason = problem ? (t.has(own) ? t(own) : imports.has(general) ? imports(general) : null) : null;
    const typed = (name: string) => params.get(name) ?? undefined;
    const wrongHeader = problem === "noHeader";
    return (
      <>
        <PageHead title={t("make.title")} back={{ href: "/tables", label: t("title") }} />
        <div className="grid gap-4">
          <Card title={t("make.upload")}>
            <form
              id="upload"
              action="/api/uploads/tables"
              method="post"
              encType="multipart/form-data"
              className="grid max-w-2xl gap-4"
            >
              <UnitField
                id="unit"
                label={t("make.unit")}
                hint={t("make.unitHint")}
                units={units}
                chosen={typed("divisionId")}
                problem={problem === "badUnit" ? reason : null}
              />
              <div>
                <label htmlFor="name" className="font-semibold">
                  {t("make.name")}
                </label>
                <p id="name-hint" className="text-ink-2 text-note">
                  {t("make.nameHint")}
                </p>
                <FieldErrors id="name-error" errors={problem === "badName" && reason ? [reason] : []} />
                <input
                  id="name"
                  name="name"
                  maxLength={60}
                  defaultValue={typed("name")}
                  aria-describedby="name-hint name-error"
                  className={`mt-1 ${inputClass}`}
                />
              </div>
              <Disclosure label={t("make.header")} open={wrongHeader || typed("headerRow") !== undefined}>
                <div className="flex flex-wrap gap-4">
                  {(["headerRow", "depth"] as const).map((name) => (
                    <label key={name} className="grid gap-1">
                      {t(`make.${name}`)}
                      <input
                        name={name}
                        inputMode="numeric"
                        pattern="[0-9]{1,2}"
                        defaultValue={typed(name)}
                        className={`max-w-32 ${inputClass}`}
                      />
                    </label>
                  ))}
                </div>
              </Disclosure>
              <div>
                <label htmlFor="file" className="font-semibold">
                  {t("make.file")}
                </label>
                <p id="file-hint" className="text-ink-2 text-note">
                  {t("make.fileHint")}
                </p>
                {/* The file comes last, since what follows it is not read. */}
                <FileDrop
                  id="file"
                  name="file"
                  accept=".xlsx,.csv"
                  describedBy="file-hint"
                  problem={problem === "badUnit" || problem === "badName" ? null : reason}
                  words={{ drop: t("make.drop"), many: t("make.dropMany"), none: t("make.noFile") }}
                />
              </div>
              <div>
                <Button type="submit" kind="primary">
                  {t("make.send")}
                </Button>
              </div>
            </form>
          </Card>
          <Card title={t("make.paste")}>
            <Form action={paste} id="paste" className="grid max-w-2xl gap-4">
              <Field name="divisionId" label={t("make.unit")} hint={t("make.unitHint")}>
                <Select options={unitOptions(units)} />
              </Field>
              <Field name="name" label={t("make.pasteName")} required>
                <TextInput maxLength={60} />
              </Field>
              <Field name="pasted" label={t("make.pasted")} hint={t("make.pastedHint")} required>
                <Textarea rows={4} />
              </Field>
              <div>
                <SubmitButton kind="secondary">{t("make.pasteSend")}</SubmitButton>
              </div>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});
