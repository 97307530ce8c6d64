/** One training: what it was, whose names are still open, who was there, and how more are added. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { AttendeeList } from "#components/trainings/attendee-list.tsx";
import { RosterForm } from "#components/trainings/roster-form.tsx";
import { SettleForm } from "#components/trainings/settle-form.tsx";
import { TrainingFacts } from "#components/trainings/training-facts.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { filtersOf, toParams } from "#lib/base/url-state.ts";
import { getTraining } from "#lib/domains/trainings/queries/get-training.ts";
import { rosterToTick } from "#lib/domains/trainings/queries/roster.ts";
import { AUDIENCES } from "#lib/domains/trainings/training.ts";
import { page } from "#lib/platform/page.ts";
import { removeAttendees, saveAttendees, saveSettled, withdraw } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("one") };
}

const DONE = ["held", "corrected", "attended", "dropped", "settled", "withdrawn"] as const;

/** Which roster is laid out to be ticked: that of the training's own kind, until another is chosen. */
function rosterAsked(params: URLSearchParams, training: { divisionId: number; audience: string }) {
  const filters = filtersOf(params);
  const q = params.get("q")?.slice(0, 20) ?? "";
  const org = filters.org?.[0];
  const asked = AUDIENCES.find((one) => one === filters.roster?.[0]);
  const own = AUDIENCES.find((one) => one === training.audience);
  return {
    unit: params.get("u") ?? String(training.divisionId),
    roster: asked ?? (q || org ? undefined : own),
    org: org && /^\d{1,9}$/.test(org) ? org : undefined,
    q,
  };
}

export default page({
  route: "/trainings/[id]",
  load: async (scope, { params, search }) => {
    const training = await getTraining(scope, { id: params.id ?? "" });
    const asked = rosterAsked(toParams(search), training);
    const roster = training.mayKeep ? await rosterToTick(scope, { ...asked, training: training.id }) : null;
    return { training, asked, roster };
  },
  render: async ({ training, asked, roster }, { search }) => {
    const t = await getTranslations("trainings");
    const params = toParams(search);
    const done = DONE.find((one) => one === params.get("done"));
    const added = Number(params.get("n") ?? 0);
    for (const name of ["done", "n"]) params.delete(name);
    const { id, attendees, mayKeep } = training;
    // Whoever narrows the roster wants to see it; otherwise it stands folded, since it is long.
    const looking = ["u", "q", "f.roster", "f.org"].some((name) => params.has(name));
    const open = attendees.filter(({ standing }) => standing === "UNKNOWN");
    return (
      <>
        <PageHead
          title={training.title}
          back={{ href: `/trainings?p=${training.fromOn.slice(0, 4)}`, label: t("title") }}
          note={training.place}
          actions={
            <>
              <WhoChanged kind="training" id={id} />
              {mayKeep ? <LinkButton href={`/trainings/${id}/edit`}>{t("correct")}</LinkButton> : null}
            </>
          }
        />
        {done ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">
              {done === "attended"
                ? t("done.attended", { count: added || 0 })
                : done === "held"
                  ? t("done.held", { known: attendees.length - open.length, open: open.length })
                  : t(`done.${done}`)}
            </Notice>
          </div>
        ) : null}
        {training.status === "WITHDRAWN" ? (
          <div className="mb-3">
            <Notice tone="watch">{t("withdrawnFor", { reason: training.withdrawnFor ?? "" })}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <Card>
            <TrainingFacts training={training} />
          </Card>
          {mayKeep && open.length > 0 ? (
            <Card id="settle" title={t("settle.title", { count: open.length })} note={t("settle.note")}>
              <SettleForm training={training} open={open} save={saveSettled} />
            </Card>
          ) : null}
          <Card flush id="attendees" title={t("attendeesCount", { count: attendees.length })}>
            {attendees.length === 0 ? (
              <EmptyState kind="never" title={t("empty.nobody")} />
            ) : (
              <AttendeeList id={id} rows={attendees} mayKeep={mayKeep} remove={removeAttendees} />
            )}
          </Card>
          {roster ? (
            <>
              <Card id="paste" title={t("paste.title")}>
                <Form action={saveAttendees} className="grid max-w-2xl gap-3">
                  <input type="hidden" name="id" value={id} />
                  <Field name="names" label={t("paste.label")} hint={t("paste.hint")} required>
                    <Textarea rows={5} />
                  </Field>
                  <div>
                    <SubmitButton kind="secondary">{t("paste.add")}</SubmitButton>
                  </div>
                </Form>
              </Card>
              <Card id="roster">
                <Disclosure label={t("roster.title")} open={attendees.length === 0 || looking}>
                  <RosterForm id={id} roster={roster} params={params} chosen={asked} add={saveAttendees} />
                </Disclosure>
              </Card>
              <Card>
                <Disclosure label={t("withdraw.open")}>
                  <Form action={withdraw} className="grid max-w-xl gap-3">
                    <input type="hidden" name="id" value={id} />
                    <Field name="reason" label={t("withdraw.reason")} hint={t("withdraw.hint")} required>
                      <TextInput maxLength={100} />
                    </Field>
                    <div>
                      <SubmitButton kind="danger">{t("withdraw.do")}</SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              </Card>
            </>
          ) : null}
        </div>
      </>
    );
  },
});
