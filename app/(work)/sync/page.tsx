/** What of my work has reached the county, and what this phone keeps. */

import { getMessages, getTranslations } from "next-intl/server";
import { FieldWordsProvider } from "#components/field/field-words.tsx";
import { PhoneFile } from "#components/field/phone-file.tsx";
import { SyncCentre } from "#components/field/sync-centre.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("field"))("title") };
}

export default page({
  route: "/sync",
  load: async ({ viewer }) => ({
    writes: viewer.households.length > 0 || mayAnywhere(viewer, "visit.record"),
  }),
  render: async ({ writes }, { search }) => {
    const t = await getTranslations("field");
    const { field } = await getMessages();
    return (
      <FieldWordsProvider words={field}>
        <PageHead title={t("title")} note={t("note")} />
        <SyncCentre leaving={search.out !== undefined} />
        {writes ? <PhoneFile search={search} /> : null}
      </FieldWordsProvider>
    );
  },
});
