/** Taking a change of the Party line back: what it was, whether anything was written since, and the button that alone does it. */

import { getTranslations } from "next-intl/server";
import { happened } from "#components/party-orgs/event-words.ts";
import { UndoCard } from "#components/trees/undo-card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { undoableOrgChange } from "#lib/domains/party-orgs/queries/undoable.ts";
import { page } from "#lib/platform/page.ts";
import { undo } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("party-orgs");
  const say = await getTranslations("trees");
  return { title: `${t("title")} · ${say("undo.title")}` };
}

export default page({
  route: "/orgs/changes/[id]",
  load: async (scope, { params }) => {
    const eventId = params.id ?? "";
    const undoable = await undoableOrgChange(scope, { eventId });
    const asked = undoable.events.find(({ id }) => id === eventId);
    // A merger is shown from the page of the one that goes on.
    const id = (asked?.kind === "MERGE" ? asked.targetId : asked?.nodeId) ?? 0;
    return { org: await getOrg(scope, { id }), eventId, undoable };
  },
  refused: async () => {
    const t = await getTranslations("party-orgs");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ org, eventId, undoable }) => {
    const t = await getTranslations("party-orgs");
    const say = await getTranslations("trees");
    const back = { href: `/orgs/${org.id}`, label: org.name };
    return (
      <>
        <PageHead title={say("undo.title")} note={t("undo.say")} back={back} />
        <UndoCard
          eventId={eventId}
          undoable={undoable}
          wordsOf={(event) =>
            happened(
              t,
              { ...event, otherId: event.targetId, otherName: event.targetName, splitFrom: null },
              org.id,
            )
          }
          back={back}
          undo={undo}
          instead={t("undo.instead")}
        />
      </>
    );
  },
});
