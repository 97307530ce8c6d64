/** One organization on the list of weak ones: cause, measures, report, and what a level above says. */

import { getTranslations } from "next-intl/server";
import { causeWords } from "#components/party-orgs/cause-words.ts";
import { MeasureForm, MeasureList } from "#components/party-orgs/measures.tsx";
import { Mistake } from "#components/party-orgs/mistake.tsx";
import { WeakDecision } from "#components/party-orgs/weak-decision.tsx";
import { WeakMark } from "#components/party-orgs/weak-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { showWeak, type WeakView } from "#lib/domains/party-orgs/queries/weak.ts";
import { overdueOf } from "#lib/domains/party-orgs/weak.ts";
import { page } from "#lib/platform/page.ts";
import {
  accept,
  addMeasure,
  carryOn,
  dropListing,
  finishMeasure,
  giveBack,
  report,
} from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("party-orgs");
  return { title: `${t("weak.title")} · ${t("weak.work")}` };
}

export default page({
  route: "/orgs/weak/[id]",
  load: (scope, { params }) => showWeak(scope, { weakId: params.id ?? "" }),
  render: async (weak, { today }) => {
    const t = await getTranslations("party-orgs");
    const causeOf = await causeWords(weak.causes);
    const overdue = overdueOf({ status: weak.status, measures: weak.list }, today);
    const open = weak.status === "OPEN";
    return (
      <>
        <PageHead
          title={t("weak.pageTitle", { name: weak.orgName, year: weak.year })}
          back={{ href: `/orgs/weak?year=${weak.year}`, label: t("weak.title") }}
          mark={<WeakMark status={weak.status} overdue={overdue} />}
        />
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <div className="grid gap-4">
            {weak.returnedWhy && open ? (
              <Notice tone="watch" title={t("weak.returned")}>
                {weak.returnedWhy}
              </Notice>
            ) : null}
            <Card title={t("facts.title")}>
              <SummaryList items={factsOf(t, weak, causeOf)} />
            </Card>
          </div>
          <div className="grid gap-4">
            <Card title={t("weak.measures")} note={t("weak.measuresNote")}>
              <MeasureList
                measures={weak.list}
                today={today}
                finish={open && weak.mayWork ? finishMeasure : null}
              />
              {open && weak.mayWork ? <MeasureForm weakId={weak.id} today={today} add={addMeasure} /> : null}
            </Card>
            <WeakDecision
              weak={weak}
              today={today}
              report={report}
              accept={accept}
              giveBack={giveBack}
              carry={carryOn}
            />
            {weak.mayTakeBack ? (
              <Mistake
                title={t("mistake.weak")}
                fields={{ weakId: weak.id, version: weak.version }}
                drop={dropListing}
              >
                {t("mistake.weakNote", { year: weak.year })}
              </Mistake>
            ) : null}
          </div>
        </div>
      </>
    );
  },
});

type Say = Awaited<ReturnType<typeof getTranslations<"party-orgs">>>;

function factsOf(t: Say, weak: WeakView, causeOf: (code: string) => string): Fact[] {
  const link = (id: string, label: string) => (
    <Link href={`/orgs/weak/${id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
      {label}
    </Link>
  );
  const facts: (Fact | null)[] = [
    {
      label: t("weak.org"),
      value: <Link href={`/orgs/${weak.orgId}`}>{weak.orgName}</Link>,
      note: weak.place,
    },
    { label: t("weak.cause"), value: causeOf(weak.cause) },
    { label: t("weak.foundOn"), value: weak.foundOn },
    weak.note ? { label: t("weak.note"), value: weak.note } : null,
    weak.summary
      ? {
          label: t("weak.summary"),
          value: weak.summary,
          note: t("weak.reportedBy", {
            who: weak.reporter ?? t("weak.colleague"),
            day: weak.reportedOn ?? "",
          }),
        }
      : null,
    weak.acceptedOn
      ? { label: t("weak.acceptedOn"), value: weak.acceptedOn, note: weak.documentNo ?? undefined }
      : null,
    weak.carriedFrom
      ? { label: t("weak.carriedFrom"), value: link(weak.carriedFrom, t("weak.before")) }
      : null,
    weak.carriedTo ? { label: t("weak.carriedTo"), value: link(weak.carriedTo, t("weak.after")) } : null,
  ];
  return facts.filter((fact) => fact !== null);
}
