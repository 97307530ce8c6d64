/** One talent: where it serves, as what and by which program, what came of it, and the places of demands it held. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { getTalent, type TalentDetail } from "#lib/domains/talent/queries/get-talent.ts";
import { page } from "#lib/platform/page.ts";
import { saveTalentEnd } from "../actions.ts";
import { oneOf } from "../asked.ts";

const DONE = ["registered", "corrected", "ended"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("talent.one") };
}

export default page({
  route: "/talent/[id]",
  load: (scope, { params }) => getTalent(scope, { id: params.id ?? "" }),
  render: async (talent, { search, today }) => {
    const t = await getTranslations("talent");
    const done = oneOf(DONE, typeof search.done === "string" ? search.done : undefined);
    const over = talent.toOn !== null && talent.toOn <= today;
    return (
      <>
        <PageHead
          title={talent.name}
          back={{ href: "/talent", label: t("talent.title") }}
          mark={
            <Light
              state={over ? "off" : talent.fromOn > today ? "none" : "ok"}
              word={t(over ? "listed.ended" : talent.fromOn > today ? "talent.later" : "listed.now")}
            />
          }
          note={`${talent.unitName} · ${t(`kind.${talent.kind}`)}`}
          actions={
            <>
              <WhoChanged kind="talent" id={talent.id} />
              {talent.mayKeep ? (
                <LinkButton href={`/talent/${talent.id}/edit`}>{t("form.correct")}</LinkButton>
              ) : null}
            </>
          }
        />
        {done ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`done.${done}`)}</Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card title={t("talent.facts")}>
            <SummaryList items={await factsOf(talent)} />
          </Card>
          <Card title={t("talent.held")}>
            {talent.held.length === 0 ? (
              <p className="text-ink-2">{t("talent.heldNone")}</p>
            ) : (
              <ul className="divide-y divide-line">
                {talent.held.map((one) => (
                  <li key={`${one.demandId} ${one.fromOn}`} className="flex flex-wrap gap-x-4 py-1">
                    <Link
                      href={`/talent/demands/${one.demandId}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {one.post} · {one.unitName}
                    </Link>
                    <span className="inline-flex items-center text-ink-2">
                      {one.toOn
                        ? t("days.between", { from: one.fromOn, to: one.toOn })
                        : t("days.since", { from: one.fromOn })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {talent.mayKeep && !over ? (
            <Card title={t("talent.end")} note={t("talent.endNote")}>
              <Form action={saveTalentEnd} id="end" className="grid max-w-xl gap-4">
                <input type="hidden" name="id" value={talent.id} />
                <input type="hidden" name="version" value={talent.version} />
                <Field name="toOn" label={t("field.toOn")} required>
                  <DateInput today={today} defaultValue={talent.toOn ?? today} />
                </Field>
                <Field name="result" label={t("field.result")} optional>
                  <Textarea rows={2} maxLength={300} defaultValue={talent.result ?? undefined} />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("talent.saveEnd")}</SubmitButton>
                </div>
              </Form>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});

async function factsOf(talent: TalentDetail) {
  const t = await getTranslations("talent");
  return [
    { label: t("field.stream"), value: t(`stream.${talent.stream}`) },
    { label: t("field.channel"), value: t(`channel.${talent.channel}`) },
    { label: t("field.kind"), value: t(`kind.${talent.kind}`) },
    { label: t("field.program"), value: talent.program ?? <EmptyMark why="notApplicable" /> },
    { label: t("field.unitName"), value: talent.unitName, note: talent.place },
    { label: t("field.post"), value: talent.post ?? <EmptyMark /> },
    { label: t("field.homeUnit"), value: talent.homeUnit ?? <EmptyMark why="noPermission" /> },
    {
      label: t("field.days"),
      value: talent.toOn
        ? t("days.between", { from: talent.fromOn, to: talent.toOn })
        : t("days.since", { from: talent.fromOn }),
    },
    { label: t("field.result"), value: talent.result ?? <EmptyMark /> },
  ];
}
