/** Taking a change of divisions back: what it was, whether anything was written since, and the button that alone does it. */

import { getTranslations } from "next-intl/server";
import { happened } from "#components/divisions/event-words.ts";
import { UndoCard } from "#components/trees/undo-card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { undoableChange } from "#lib/domains/divisions/queries/undoable.ts";
import { page } from "#lib/platform/page.ts";
import { undo } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("divisions");
  const say = await getTranslations("trees");
  return { title: `${t("title")} · ${say("undo.title")}` };
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
    const say = await getTranslations("trees");
    const here = `/divisions/${division.id}`;
    return (
      <>
        <PageHead
          title={say("undo.title")}
          note={t("undo.say")}
          back={{ href: here, label: division.name }}
        />
        <UndoCard
          eventId={eventId}
          undoable={undoable}
          wordsOf={(event) =>
            happened(
              t,
              { ...event, otherId: event.targetId, otherName: event.targetName, splitFrom: null },
              division.id,
            )
          }
          back={{ href: here, label: division.name }}
          undo={undo}
          instead={t("undo.instead")}
        />
      </>
    );
  },
});
