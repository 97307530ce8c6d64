/** One doubtful value: what is odd, where it is corrected, and the note by which somebody confirms it as true. */

import { getTranslations } from "next-intl/server";
import { findingWords } from "#components/quality/finding-words.ts";
import { mendedAt } from "#components/quality/mended-at.ts";
import { SeverityMark } from "#components/quality/severity-mark.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import type { FindingRow } from "#lib/domains/quality/finding.ts";
import { getFinding } from "#lib/domains/quality/queries/findings.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { confirm, reopen } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("quality"))("one.title") };
}

export default page({
  route: "/quality/[id]",
  load: async (scope, { params }) => ({ finding: await getFinding(scope, { id: params.id ?? "" }) }),
  refused: () => <PermissionNote />,
  render: async ({ finding }, { search, viewer }) => {
    const t = await getTranslations("quality");
    const words = await findingWords();
    const mayEdit = may(viewer, "household.edit", finding.divisionId);
    const saved = search.saved === "confirmed" ? "saved" : search.saved === "reopened" ? "reopened" : null;
    return (
      <>
        <PageHead
          title={words.what(finding)}
          back={{ href: `/quality?u=${finding.divisionId}&view=list`, label: t("views.list") }}
          mark={<SeverityMark severity={finding.severity} />}
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`one.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card title={t("one.what")}>
            <SummaryList items={await factsOf(finding)} />
          </Card>
          <Card title={t("one.how")}>
            <div className="grid gap-4">
              <p>{words.fix(finding.rule)}</p>
              {mayEdit ? (
                <div>
                  <LinkButton kind="primary" href={mendedAt(finding)}>
                    {t("one.fix")}
                  </LinkButton>
                </div>
              ) : null}
              {finding.severity === "ERROR" ? (
                <p className="text-ink-2">{t("one.errorStays")}</p>
              ) : mayEdit ? (
                <Deed finding={finding} />
              ) : null}
            </div>
          </Card>
        </div>
      </>
    );
  },
});

async function Deed({ finding }: { finding: FindingRow }) {
  const t = await getTranslations("quality");
  if (finding.confirmedNote !== null)
    return (
      <Form action={reopen} id="reopen">
        <input type="hidden" name="id" value={finding.id} />
        <SubmitButton kind="secondary">{t("one.reopen")}</SubmitButton>
      </Form>
    );
  return (
    <Form action={confirm} id="confirm" className="grid gap-3">
      <input type="hidden" name="id" value={finding.id} />
      <input type="hidden" name="detail" value={finding.detail} />
      <Field name="note" label={t("one.note")} hint={t("one.noteHint")} required>
        <Textarea rows={3} maxLength={200} />
      </Field>
      <div>
        <SubmitButton kind="secondary" pending={t("one.confirming")}>
          {t("one.confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
}

async function factsOf(finding: FindingRow) {
  const t = await getTranslations("quality");
  const f = await getFormats();
  const { confirmedNote, confirmedByName, confirmedOn } = finding;
  return [
    {
      label: t("one.household"),
      value: <Link href={`/households/${finding.householdId}`}>{finding.headName}</Link>,
      note: `${finding.place} · ${finding.householdNo}`,
    },
    ...(finding.member ? [{ label: t("one.member"), value: finding.member }] : []),
    { label: t("one.since"), value: f.day(finding.foundOn) },
    ...(confirmedNote && confirmedByName && confirmedOn
      ? [
          {
            label: t("one.confirmed"),
            value: confirmedNote,
            note: t("list.confirmedBy", { name: confirmedByName, day: f.day(confirmedOn) }),
          },
        ]
      : []),
  ];
}
