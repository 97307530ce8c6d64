/** The inbox: what waits for me, by what is to be done; and the notices, new ones first. */

import { getTranslations } from "next-intl/server";
import { NoticeList } from "#components/inbox/notice-list.tsx";
import { QuietForm } from "#components/inbox/quiet-form.tsx";
import { WaitingList } from "#components/inbox/waiting-list.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { countWaiting } from "#lib/domains/inbox/queries/count-waiting.ts";
import { listNotices, listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { page } from "#lib/platform/page.ts";
import { quietHours, readAll, readOne } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("inbox"))("title") };
}

export default page({
  route: "/inbox",
  load: async (scope, { search }) => {
    const notices = search.view === "notices";
    const before =
      typeof search.before === "string" && /^\d{1,18}$/.test(search.before) ? search.before : undefined;
    return {
      calling: await countWaiting(scope, {}),
      groups: notices ? null : await listWaiting(scope, {}),
      notices: notices ? await listNotices(scope, { before }) : null,
    };
  },
  render: async ({ calling, groups, notices }, { today }) => {
    const t = await getTranslations("inbox");
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <Tabs
          label={t("title")}
          items={[
            { href: "/inbox", label: t("waiting"), count: calling.waiting, current: groups !== null },
            {
              href: "/inbox?view=notices",
              label: t("notices"),
              count: calling.unread,
              current: notices !== null,
            },
          ]}
        />
        <div className="mt-4 grid gap-4">
          {groups ? <WaitingList groups={groups} today={today} /> : null}
          {notices ? (
            <NoticeList {...notices} unread={calling.unread} readOne={readOne} readAll={readAll} />
          ) : null}
          <QuietForm from={calling.from} to={calling.to} save={quietHours} />
        </div>
      </>
    );
  },
});
