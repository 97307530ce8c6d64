/** Step two: the file and the unit its rows belong to; posted as a plain form, so it works before scripts arrive. Or a pasted block. */

import { getLocale, getTranslations } from "next-intl/server";
import { FileDrop } from "#components/imports/file-drop.tsx";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { PasteBox } from "#components/imports/paste-box.tsx";
import { UnitField, unitOptions } from "#components/imports/unit-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { PASTED_ROWS } from "#lib/domains/imports/pasted-block.ts";
import { sheetsFor } from "#lib/domains/imports/policy.ts";
import { importUnits } from "#lib/domains/imports/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { readPasted } from "../../actions.ts";

/** Whose unit is asked for, where it is not the households'. */
const UNIT_WORDS: Record<string, { unit: UnitWord; pasteUnit: UnitWord; hint: HintWord }> = {
  accounts: {
    unit: "upload.unitAccounts",
    pasteUnit: "upload.unitAccounts",
    hint: "upload.unitAccountsHint",
  },
  trainings: {
    unit: "upload.unitTrainings",
    pasteUnit: "upload.unitTrainings",
    hint: "upload.unitAccountsHint",
  },
};
type UnitWord = "upload.unit" | "upload.pasteUnit" | "upload.unitAccounts" | "upload.unitTrainings";
type HintWord = "upload.unitHint" | "upload.unitAccountsHint";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: `${t("title")} · ${t("step.upload")}` };
}

export default page({
  route: "/imports/new/upload",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "import.run")) throw refused();
    const params = toParams(search);
    const sheets = sheetsFor(scope.viewer);
    return {
      sheet: sheets.find(({ id }) => id === params.get("sheet")) ?? sheets[0]!,
      problem: params.get("refused"),
      chosen: params.get("unit"),
      units: await importUnits(scope, {}),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ sheet, problem, chosen, units }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const asked = UNIT_WORDS[sheet.id] ?? {
      unit: "upload.unit",
      pasteUnit: "upload.pasteUnit",
      hint: "upload.unitHint",
    };
    const hint = t(asked.hint);
    const words = await getTranslations("problems");
    const reason =
      problem && t.has(`refused.${problem}` as "refused.broken")
        ? t(`refused.${problem}` as "refused.broken")
        : null;
    return (
      <>
        <PageHead
          title={t("upload.title", { sheet: sheet.title[locale] })}
          back={{ href: "/imports", label: t("title") }}
        />
        <ImportSteps now="upload" links={{ template: "/imports/new" }} />
        <div className="grid gap-4">
          <Card>
            <form
              action="/api/uploads/imports"
              method="post"
              encType="multipart/form-data"
              className="grid max-w-2xl gap-4"
            >
              <input type="hidden" name="sheet" value={sheet.id} />
              <UnitField
                id="unit"
                label={t(asked.unit)}
                hint={hint}
                units={units}
                chosen={chosen}
                problem={problem === "badUnit" ? reason : null}
              />
              <div>
                <label htmlFor="file" className="font-semibold">
                  {t("upload.file")}
                </label>
                <p id="file-hint" className="text-ink-2 text-note">
                  {t("upload.fileHint")}
                </p>
                {/* The file comes last, since what follows it is not read. */}
                <FileDrop
                  id="file"
                  name="file"
                  accept=".xlsx,.csv"
                  describedBy="file-hint"
                  problem={problem === "badUnit" ? null : reason}
                  words={{
                    drop: t("upload.drop"),
                    many: t("upload.dropMany"),
                    none: t("refused.noFile"),
                  }}
                />
              </div>
              <p className="text-ink-2 text-note">{t("upload.privacy")}</p>
              <div>
                <Button type="submit" kind="primary">
                  {t("upload.send")}
                </Button>
              </div>
            </form>
          </Card>
          <Card title={t("upload.paste")}>
            <Form action={readPasted} id="paste" className="grid max-w-2xl gap-4">
              <input type="hidden" name="sheet" value={sheet.id} />
              <input type="hidden" name="fileName" value={t("upload.pasteName")} />
              <Field name="divisionId" label={t(asked.pasteUnit)} hint={hint}>
                <Select options={unitOptions(units)} defaultValue={chosen ?? undefined} />
              </Field>
              <Field name="pasted" label={t("upload.pasteName")} hint={t("upload.pasteHint")} required>
                <PasteBox
                  words={{
                    none: words("import.pasteEmpty"),
                    tooMany: words("import.pasteTooLong", { rows: "{rows}", most: PASTED_ROWS }),
                  }}
                />
              </Field>
              <div>
                <SubmitButton kind="secondary">{t("upload.pasteSend")}</SubmitButton>
              </div>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});
