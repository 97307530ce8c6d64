/** What of my work has reached the county, and what this phone keeps. */

import { getMessages, getTranslations } from "next-intl/server";
import { FieldWordsProvider } from "#components/field/field-words.tsx";
import { HeldCopies } from "#components/field/held-copies.tsx";
import { PhoneFile } from "#components/field/phone-file.tsx";
import { SyncCentre } from "#components/field/sync-centre.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { heldCopies } from "#lib/domains/sync/queries/held.ts";
import { page } from "#lib/platform/page.ts";
import { openTold } from "#lib/platform/told.ts";
import { dropHeldCopy, takeHeldCopy } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("field"))("title") };
}

export default page({
  route: "/sync",
  load: async (scope, { search }) => {
    const { viewer } = scope;
    const reviews = mayAnywhere(viewer, "visit.review");
    return {
      takes: reviews || viewer.households.length > 0 || mayAnywhere(viewer, "visit.record"),
      reviews,
      why: await openTold([search.why].flat()[0]),
      held: reviews ? await heldCopies(scope, {}) : null,
    };
  },
  render: async ({ takes, reviews, why, held }, { search }) => {
    const t = await getTranslations("field");
    const { field } = await getMessages();
    return (
      <FieldWordsProvider words={field}>
        <PageHead title={t("title")} note={t("note")} />
        <SyncCentre leaving={search.out !== undefined} />
        {held ? (
          <HeldCopies
            held={held}
            looked={[search.looked].flat()[0] ?? null}
            take={takeHeldCopy}
            drop={dropHeldCopy}
          />
        ) : null}
        {takes ? <PhoneFile search={search} others={reviews} why={why} /> : null}
      </FieldWordsProvider>
    );
  },
});
