/** Step two: the file and the unit its rows belong to; posted as a plain form, so it works before scripts arrive. */

import { getLocale, getTranslations } from "next-intl/server";
import { FileDrop } from "#components/imports/file-drop.tsx";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { UnitField } from "#components/imports/unit-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { sheetsFor } from "#lib/domains/imports/policy.ts";
import { importUnits } from "#lib/domains/imports/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

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
      units: await importUnits(scope, {}),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ sheet, problem, units }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const accounts = sheet.id === "accounts";
    const hint = t(accounts ? "upload.unitAccountsHint" : "upload.unitHint");
    const reason = problem && t.has(`refused.${problem}` as "refused.broken") ? problem : null;
    return (
      <>
        <PageHead
          title={t("upload.title", { sheet: sheet.title[locale] })}
          back={{ href: "/imports", label: t("title") }}
        />
        <ImportSteps now="upload" links={{ template: "/imports/new" }} />
        {reason ? (
          <div className="mb-4" role="alert">
            <Notice tone="behind">{t(`refused.${reason}` as "refused.broken")}</Notice>
          </div>
        ) : null}
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
                label={t(accounts ? "upload.unitAccounts" : "upload.unit")}
                hint={hint}
                units={units}
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
                  words={{ drop: t("upload.drop"), many: t("upload.dropMany") }}
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
            <form action="/api/uploads/pasted" method="post" className="grid max-w-2xl gap-4">
              <input type="hidden" name="sheet" value={sheet.id} />
              <UnitField
                id="paste-unit"
                label={t(accounts ? "upload.unitAccounts" : "upload.pasteUnit")}
                hint={hint}
                units={units}
              />
              <div>
                <label htmlFor="pasted" className="font-semibold">
                  {t("upload.pasteName")}
                </label>
                <p id="pasted-hint" className="text-ink-2 text-note">
                  {t("upload.pasteHint")}
                </p>
                <textarea
                  id="pasted"
                  name="pasted"
                  rows={6}
                  required
                  wrap="off"
                  spellCheck={false}
                  aria-describedby="pasted-hint"
                  className={`mt-1 ${inputClass} overflow-auto py-2`}
                />
              </div>
              <div>
                <Button type="submit">{t("upload.pasteSend")}</Button>
              </div>
            </form>
          </Card>
        </div>
      </>
    );
  },
});
