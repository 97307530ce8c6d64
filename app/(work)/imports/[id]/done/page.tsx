/** Step five: the rows going in, and the receipt. */

import { getLocale, getTranslations } from "next-intl/server";
import { ImportBusy } from "#components/imports/import-busy.tsx";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { KeptRows } from "#components/imports/kept-rows.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { mayBeTakenBack, stepOf, TAKE_BACK_DAYS } from "#lib/domains/imports/import.ts";
import { getImport, listKept } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { stopImport } from "../../actions.ts";

/** A list that would hide what is older shows all of it. */
const ALSO: Record<string, string> = { "visit-record": "&f.since=all" };

/** Where what was imported is seen, if not among the households. */
const SHOWN_IN: Record<string, string> = {
  pairings: "/pairings",
  measures: "/measures",
  "need-ledger": "/needs",
  "visit-record": "/visits",
  "team-roster": "/teams",
  "team-attendance": "/teams",
  "member-duties": "/duties",
  publicity: "/procedures",
  "party-orgs": "/orgs",
  members: "/members",
  "industry-ledger": "/industry",
  trainings: "/trainings",
  accounts: "/admin/accounts",
};
const SEE: Record<
  string,
  | "done.pairings"
  | "done.measures"
  | "done.needs"
  | "done.visits"
  | "done.teams"
  | "done.duties"
  | "done.cases"
  | "done.orgs"
  | "done.members"
  | "done.industry"
  | "done.trainings"
  | "done.accounts"
> = {
  measures: "done.measures",
  "need-ledger": "done.needs",
  "visit-record": "done.visits",
  "team-roster": "done.teams",
  "team-attendance": "done.teams",
  "member-duties": "done.duties",
  publicity: "done.cases",
  accounts: "done.accounts",
  pairings: "done.pairings",
  "party-orgs": "done.orgs",
  members: "done.members",
  "industry-ledger": "done.industry",
  trainings: "done.trainings",
};

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: `${t("title")} · ${t("step.done")}` };
}

export default page({
  route: "/imports/[id]/done",
  load: async (scope, { params }) => {
    const found = await getImport(scope, { id: params.id ?? "" });
    const sheet = sheetById(found.sheet);
    if (!sheet) throw notFound();
    const kept = found.status === "TAKEN_BACK" ? await listKept(scope, { id: found.id }) : [];
    return { found, sheet, kept };
  },
  render: async ({ found, sheet, kept }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const { added = 0, updated = 0, same = 0, bad = 0 } = found.counts;
    const failure = found.failure as "failure.busy" | null;
    const busy = found.status === "PUBLISHING" || found.status === "TAKING_BACK";
    const slips = found.sheet === "accounts" && found.status === "DONE" && added > 0;
    const { ageInDays, publishedAt } = found;
    return (
      <>
        <PageHead
          title={
            busy ? t("busy.title") : found.status === "DONE" ? t("done.title") : t(`status.${found.status}`)
          }
          back={{ href: "/imports", label: t("title") }}
          note={`${sheet.title[locale]} · ${found.place} · ${found.fileName}`}
        />
        {found.status === "CANCELLED" ? null : (
          <ImportSteps now={found.status === "FAILED" ? "upload" : stepOf(found.status)} />
        )}
        {busy ? <ImportBusy found={found} here={`/imports/${found.id}/done`} stop={stopImport} /> : null}
        {found.status === "DONE" ? (
          <Notice
            tone="ok"
            title={
              bad > 0
                ? t("done.lead", { count: added + updated, bad })
                : t("done.all", { count: added + updated })
            }
          >
            {t("counts", { added, updated, same, bad })}
          </Notice>
        ) : null}
        {found.status === "DONE" && failure ? (
          <div className="mt-3" role="alert">
            <Notice tone="behind" title={t("failure.title")}>
              {t(failure)}
            </Notice>
          </div>
        ) : null}
        {slips ? (
          <div className="mt-3">
            <Notice>{t("done.slipsNote")}</Notice>
          </div>
        ) : null}
        {mayBeTakenBack(found) && ageInDays !== null && publishedAt ? (
          <p className="mt-3 text-ink-2">
            {t("takeBack.within", { when: publishedAt, days: TAKE_BACK_DAYS - ageInDays })}
          </p>
        ) : null}
        {found.status === "TAKEN_BACK" ? (
          <div className="grid gap-4">
            <Notice
              tone="ok"
              title={t("takeBack.done", {
                went: found.counts.went ?? 0,
                stayed: found.counts.stayed ?? 0,
              })}
            >
              {t("takeBack.doneWhy", { reason: found.takenBackFor ?? "" })}
            </Notice>
            {kept.length > 0 ? (
              <Card flush title={t("takeBack.kept")}>
                <KeptRows rows={kept} total={found.counts.stayed ?? kept.length} />
              </Card>
            ) : null}
          </div>
        ) : null}
        {found.status === "CANCELLED" ? <Notice>{t("done.cancelled")}</Notice> : null}
        {found.status === "FAILED" ? (
          <Notice tone="behind" title={t("failure.unread")}>
            {t(failure ?? "failure.unforeseen")}
          </Notice>
        ) : null}
        {busy ? null : (
          <div className="mt-4 flex flex-wrap gap-2">
            {found.status === "CHECKED" ? (
              <LinkButton kind="primary" href={`/imports/${found.id}/check`}>
                {t("check.title")}
              </LinkButton>
            ) : null}
            {slips ? (
              <LinkButton kind="primary" href={`/imports/${found.id}/slips`}>
                {t("done.slips")}
              </LinkButton>
            ) : null}
            {found.status === "DONE" ? (
              <LinkButton
                kind={slips ? "secondary" : "primary"}
                href={`${SHOWN_IN[found.sheet] ?? "/households"}?u=${found.divisionId}${ALSO[found.sheet] ?? ""}`}
              >
                {t(SEE[found.sheet] ?? "done.households")}
              </LinkButton>
            ) : null}
            {found.status === "DONE" && bad > 0 ? (
              <LinkButton href={`/api/imports/${found.id}/annotated`} download>
                {t("check.annotated")}
              </LinkButton>
            ) : null}
            <LinkButton href="/imports/new">{t("done.again")}</LinkButton>
            {mayBeTakenBack(found) ? (
              <LinkButton kind="quiet" href={`/imports/${found.id}/take-back`}>
                {t("takeBack.link")}
              </LinkButton>
            ) : null}
          </div>
        )}
      </>
    );
  },
});
