/** One cadre sent to teach: from where to which school, since when, whether on post, and how it begins and ends. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { teachingNames } from "#components/talent/names.ts";
import { StateMark } from "#components/talent/secondment-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { getSecondment } from "#lib/domains/talent/queries/get-secondment.ts";
import { POST_TYPES, stateOf } from "#lib/domains/talent/talent.ts";
import { page } from "#lib/platform/page.ts";
import { saveSecondmentEnd, saveStart } from "../../actions.ts";
import { oneOf } from "../../asked.ts";

const DONE = ["sent", "corrected", "started", "ended"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("secondments.one") };
}

export default page({
  route: "/talent/secondments/[id]",
  load: (scope, { params }) => getSecondment(scope, { id: params.id ?? "" }),
  render: async (secondment, { search, today }) => {
    const t = await getTranslations("talent");
    const names = await teachingNames(secondment.words);
    const done = oneOf(DONE, typeof search.done === "string" ? search.done : undefined);
    const state = stateOf(secondment, today);
    const open = secondment.mayKeep && secondment.endedOn === null && secondment.toOn > today;
    const postType = oneOf(POST_TYPES, secondment.postType);
    return (
      <>
        <PageHead
          title={secondment.name}
          back={{ href: "/talent/secondments", label: t("secondments.title") }}
          mark={<StateMark days={secondment} day={today} />}
          note={`${secondment.school} · ${names.subject(secondment.subject)}`}
          actions={
            <>
              <WhoChanged kind="secondment" id={secondment.id} />
              {open ? (
                <LinkButton href={`/talent/secondments/${secondment.id}/edit`}>
                  {t("form.correct")}
                </LinkButton>
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
          <Card title={t("secondments.facts")}>
            <SummaryList
              items={[
                { label: t("field.fromUnit"), value: secondment.fromUnit, note: secondment.place },
                {
                  label: t("field.postType"),
                  value: postType ? t(`postType.${postType}`) : secondment.postType,
                },
                { label: t("field.school"), value: secondment.school, note: secondment.schoolPlace },
                { label: t("field.subject"), value: names.subject(secondment.subject) },
                {
                  label: t("field.planned"),
                  value: t("days.between", { from: secondment.fromOn, to: secondment.toOn }),
                },
                { label: t("field.startedOn"), value: secondment.startedOn ?? <EmptyMark why="notDue" /> },
                ...(secondment.endedOn
                  ? [
                      {
                        label: t("field.endedOn"),
                        value: secondment.endedOn,
                        note: secondment.endedWhy ?? undefined,
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
          <Card title={t("check.history")}>
            {secondment.checks.length === 0 ? (
              <p className="text-ink-2">{t("check.none")}</p>
            ) : (
              <ul className="divide-y divide-line">
                {secondment.checks.map((one) => (
                  <li key={one.day} className="flex min-h-row flex-wrap items-center gap-x-4">
                    <span className="tabular">{one.day}</span>
                    <Light
                      state={one.onPost ? "ok" : "behind"}
                      word={one.onPost ? t("check.ON") : names.absence(one.why ?? "")}
                    />
                    <span className="text-ink-2 text-note">{t("check.by", { name: one.by })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {open && state === "PLANNED" ? (
            <Card title={t("secondments.start")}>
              <Form action={saveStart} id="start" className="grid max-w-xl gap-4">
                <input type="hidden" name="id" value={secondment.id} />
                <input type="hidden" name="version" value={secondment.version} />
                <Field name="startedOn" label={t("field.startedOn")} required>
                  <DateInput
                    today={today}
                    max={today}
                    defaultValue={secondment.fromOn < today ? secondment.fromOn : today}
                  />
                </Field>
                <div>
                  <SubmitButton>{t("secondments.saveStart")}</SubmitButton>
                </div>
              </Form>
            </Card>
          ) : null}
          {open ? (
            <Card title={t("secondments.end")} note={t("secondments.endNote", { day: secondment.toOn })}>
              <Form action={saveSecondmentEnd} id="end" className="grid max-w-xl gap-4">
                <input type="hidden" name="id" value={secondment.id} />
                <input type="hidden" name="version" value={secondment.version} />
                <Field name="endedOn" label={t("field.endedOn")} required>
                  <DateInput today={today} defaultValue={today} />
                </Field>
                <Field name="why" label={t("fill.why")} required>
                  <TextInput maxLength={100} autoComplete="off" />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("secondments.saveEnd")}</SubmitButton>
                </div>
              </Form>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
