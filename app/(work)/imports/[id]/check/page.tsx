/** Step four: what would happen, what is wrong by reason and row, the annotated file, and the way to submit the good rows. */

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FixList } from "#components/imports/fix-list.tsx";
import { ImportBusy } from "#components/imports/import-busy.tsx";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { ProblemGroups } from "#components/imports/problem-groups.tsx";
import { StagedRows } from "#components/imports/staged-rows.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { ROWS_SHOWN } from "#lib/domains/imports/input.ts";
import { getImport, listImportRows } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { savePick, setAll, stopImport, submitImport, unsetAll } from "../../actions.ts";

const SHOWN = ["BAD", "WARN", "ADD", "UPDATE", "SAME"] as const;
const COUNTS = { BAD: "bad", WARN: "warned", ADD: "added", UPDATE: "updated", SAME: "same" } as const;

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: `${t("title")} · ${t("step.check")}` };
}

export default page({
  route: "/imports/[id]/check",
  load: async (scope, { params, search }) => {
    const found = await getImport(scope, { id: params.id ?? "" });
    const sheet = sheetById(found.sheet);
    if (!sheet) throw notFound();
    const asked = toParams(search);
    const fallback = (found.counts.bad ?? 0) > 0 ? "BAD" : (found.counts.warned ?? 0) > 0 ? "WARN" : "ADD";
    const show = SHOWN.find((one) => one === asked.get("show")) ?? fallback;
    const problem = /^[A-Za-z]{1,40}$/.test(asked.get("problem") ?? "") ? asked.get("problem")! : undefined;
    const after = /^\d{1,7}$/.test(asked.get("after") ?? "") ? Number(asked.get("after")) : 0;
    const rows =
      found.status === "CHECKED" ? await listImportRows(scope, { id: found.id, show, problem, after }) : [];
    return { found, sheet, show, problem, after, rows };
  },
  render: async ({ found, sheet, show, problem, after, rows }, { today }) => {
    // A check that was stopped stands at its columns again; what is under way or over stands at its end.
    if (found.status !== "CHECKING" && found.status !== "CHECKED") redirect(`/imports/${found.id}`);
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const here = `/imports/${found.id}/check`;
    const { counts } = found;
    const good = (counts.added ?? 0) + (counts.updated ?? 0);
    const errors = found.groups.filter((group) => group.level === "error");
    const warnings = found.groups.filter((group) => group.level === "warn");
    const failure = found.failure as "failure.busy" | null;
    const next = new URLSearchParams({
      show,
      ...(problem ? { problem } : {}),
      after: String(rows.at(-1)?.rowNo ?? 0),
    });
    return (
      <>
        <PageHead
          title={t("check.title")}
          back={{ href: "/imports", label: t("title") }}
          note={`${sheet.title[locale]} · ${found.place} · ${found.fileName}`}
        />
        <ImportSteps now="check" links={{ columns: `/imports/${found.id}/columns` }} />
        {failure ? (
          <div className="mb-3" role="alert">
            <Notice tone="behind" title={t("failure.title")}>
              {t(failure)}
            </Notice>
          </div>
        ) : null}
        {found.status === "CHECKING" ? <ImportBusy found={found} here={here} stop={stopImport} /> : null}
        {found.status === "CHECKED" ? (
          <div className="grid gap-4">
            <Card title={t("check.lead", { rows: counts.rows ?? 0 })}>
              <ul className="flex flex-wrap gap-x-8 gap-y-2">
                {SHOWN.map((one) => (
                  <li key={one}>
                    <Metric
                      label={t(`check.${one}`)}
                      value={String(counts[COUNTS[one]] ?? 0)}
                      href={`${here}?show=${one}#rows`}
                    />
                  </li>
                ))}
              </ul>
              <ul className="mt-2 text-ink-2 text-note">
                {counts.already ? <li>{t("check.already", { count: counts.already })}</li> : null}
                {counts.formulas ? <li>{t("check.formulas", { count: counts.formulas })}</li> : null}
                {counts.hidden ? <li>{t("check.hidden", { count: counts.hidden })}</li> : null}
                {counts.skipped ? <li>{t("check.skipped", { count: counts.skipped })}</li> : null}
              </ul>
              <div className="mt-4 flex flex-wrap items-center gap-3">
                {good > 0 ? (
                  <Form action={submitImport} className="contents *:not-[button]:basis-full">
                    <input type="hidden" name="id" value={found.id} />
                    {(counts.bad ?? 0) > 0 ? (
                      <ChipGroup
                        name="mode"
                        label={t("check.mode")}
                        kind="radio"
                        columns={2}
                        defaultValue="good"
                        options={[
                          { value: "good", label: t("check.modeGood", { count: good }) },
                          { value: "whole", label: t("check.modeWhole", { bad: counts.bad ?? 0 }) },
                        ]}
                      />
                    ) : null}
                    <SubmitButton>{t("check.submit", { count: good })}</SubmitButton>
                  </Form>
                ) : (
                  <p className="font-semibold">{t("check.nothing")}</p>
                )}
                <LinkButton href={`/imports/${found.id}/columns`}>{t("check.columns")}</LinkButton>
                <Form action={stopImport} buttonOnly>
                  <input type="hidden" name="id" value={found.id} />
                  <SubmitButton kind="quiet">{t("check.cancel")}</SubmitButton>
                </Form>
              </div>
              <p className="mt-2 text-ink-2 text-note">
                {sheet.id === "accounts" ? t("check.accountsNote") : null} {t("check.submitNote")}{" "}
                {counts.same ? t("check.sameNote", { count: counts.same }) : null}
              </p>
            </Card>
            {found.fixes.length > 0 ? (
              <Card title={t("check.fixes")}>
                <FixList id={found.id} sheet={sheet} fixes={found.fixes} drop={unsetAll} />
              </Card>
            ) : null}
            {found.groups.length > 0 ? (
              <Card
                title={errors.length > 0 ? t("check.errors") : t("check.noErrors")}
                note={t("check.annotatedHint")}
                action={
                  <LinkButton href={`/api/imports/${found.id}/annotated`} download>
                    {t("check.annotated")}
                  </LinkButton>
                }
              >
                <ProblemGroups
                  found={found}
                  sheet={sheet}
                  groups={errors}
                  path={here}
                  today={today}
                  fix={setAll}
                />
                {warnings.length > 0 ? (
                  <>
                    <h3 className="mt-4 text-h3">{t("check.warnings")}</h3>
                    <ProblemGroups
                      found={found}
                      sheet={sheet}
                      groups={warnings}
                      path={here}
                      today={today}
                      fix={setAll}
                    />
                  </>
                ) : null}
              </Card>
            ) : null}
            <Card flush id="rows" title={t("check.rows", { what: t(`check.${show}`) })}>
              {rows.length === 0 ? (
                <EmptyState kind="filtered" title={t("check.noRows")} />
              ) : (
                <StagedRows
                  id={found.id}
                  sheet={sheet}
                  rows={rows}
                  caption={t("check.rows", { what: t(`check.${show}`) })}
                  pick={savePick}
                />
              )}
              <Pager
                firstHref={
                  after > 0 ? `${here}?show=${show}${problem ? `&problem=${problem}` : ""}#rows` : null
                }
                nextHref={rows.length === ROWS_SHOWN ? `${here}?${next}#rows` : null}
              />
            </Card>
          </div>
        ) : null}
      </>
    );
  },
});
