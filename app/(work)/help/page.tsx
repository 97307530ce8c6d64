/** Help: the steps of one's own work in words; the phone keeps those of the field. */

import { getTranslations } from "next-intl/server";
import { DESK_TOPICS, FIELD_TOPICS, HelpFrom, HelpTopics } from "#components/help/topics.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { isField } from "#lib/domains/accounts/roles.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("help"))("title") };
}

export default page({
  route: "/help",
  load: async ({ viewer }) => ({ inTheField: isField(viewer) }),
  render: async ({ inTheField }) => {
    const t = await getTranslations("help");
    return (
      <>
        <PageHead title={t("title")} note={t("note")} />
        <div className="grid max-w-2xl gap-6">
          {inTheField ? null : <HelpTopics topics={DESK_TOPICS} open />}
          <section>
            {inTheField ? null : <h2 className="mb-2 text-h2">{t("onThePhone")}</h2>}
            <HelpTopics topics={FIELD_TOPICS} open={inTheField} />
          </section>
          <HelpFrom />
        </div>
      </>
    );
  },
});
