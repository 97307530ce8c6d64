/** Taking a change of divisions back: what it was, whether anything was written since, and the button that alone does it. */

import { getTranslations } from "next-intl/server";
import { happened } from "#components/divisions/event-words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { undoableChange } from "#lib/domains/divisions/queries/undoable.ts";
import { page } from "#lib/platform/page.ts";
import { undo } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("divisions");
  return { title: `${t("title")} · ${t("undo.title")}` };
}

export default page({
  route: "/divisions/changes/[id]",
  load: async (scope, { params }) => {
    const eventId = params.id ?? "";
    const undoable = await undoableChange(scope, { eventId });
    const asked = undoable.events.find(({ id }) => id === eventId);
    // A merger is shown from the page of the one that goes on.
    const id = (asked?.kind === "MERGE" ? asked.targetId : asked?.nodeId) ?? 0;
    return { division: await getDivision(scope, { id }), eventId, undoable };
  },
  refused: () => <PermissionNote />,
  render: async ({ division, eventId, undoable }) => {
    const t = await getTranslations("divisions");
    const since = Object.entries(undoable.since) as [keyof typeof undoable.since, number][];
    const here = `/divisions/${division.id}`;
    return (
      <>
        <PageHead title={t("undo.title")} note={t("undo.say")} back={{ href: here, label: division.name }} />
        <Card title={t("undo.what")}>
          <ul className="mb-4 list-disc pl-5">
            {undoable.events.map((event) => (
              <li key={event.id}>
                <span className="mr-2 tabular text-ink-2">{event.effectiveOn}</span>
                {happened(
                  t,
                  { ...event, otherId: event.targetId, otherName: event.targetName, splitFrom: null },
                  division.id,
                )}
              </li>
            ))}
          </ul>
          {since.length === 0 ? (
            <Form action={undo} id="undo" className="grid gap-4">
              <Notice>{t("undo.clear")}</Notice>
              <input type="hidden" name="eventId" value={eventId} />
              <div className="flex flex-wrap gap-2">
                <SubmitButton kind="danger" pending={t("undo.doing")}>
                  {t("undo.confirm")}
                </SubmitButton>
                <LinkButton href={here}>{t("rehearsal.back")}</LinkButton>
              </div>
            </Form>
          ) : (
            <Notice
              tone="watch"
              title={t("undo.blocked")}
              action={<LinkButton href={here}>{division.name}</LinkButton>}
            >
              <ul className="list-disc pl-5">
                {since.map(([what, count]) => (
                  <li key={what}>{t(`undo.since.${what}`, { count })}</li>
                ))}
              </ul>
              <p className="mt-2">{t("undo.instead")}</p>
            </Notice>
          )}
        </Card>
      </>
    );
  },
});
