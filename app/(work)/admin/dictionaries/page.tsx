/** Dictionaries: the office's words list by list, one entry to change at a time, and who changed what. */

import { getTranslations } from "next-intl/server";
import { EntryForm } from "#components/dictionaries/entry-form.tsx";
import { EntryTable } from "#components/dictionaries/entry-table.tsx";
import { ListChooser } from "#components/dictionaries/list-chooser.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { isList } from "#lib/domains/dictionaries/dictionary.ts";
import { getDictionary } from "#lib/domains/dictionaries/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveWord } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("dictionaries"))("title") };
}

export default page({
  route: "/admin/dictionaries",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "setting.edit")) throw refused();
    const asked = String(search.list ?? "");
    return getDictionary(scope, { list: isList(asked) ? asked : "DUTY_CATEGORIES" });
  },
  refused: () => <PermissionNote />,
  render: async ({ list, open, entries, history }, { search, today }) => {
    const t = await getTranslations("dictionaries");
    const chosen = entries.find(({ code }) => code === search.code) ?? null;
    const adding = open && search.add === "1";
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          actions={
            open ? <LinkButton href={`/admin/dictionaries?list=${list}&add=1`}>{t("add")}</LinkButton> : null
          }
        />
        <div className="grid items-start gap-4 desk:grid-cols-[14rem_1fr]">
          <ListChooser current={list} />
          <div className="grid min-w-0 gap-4">
            {open ? <Notice title={t("toBeChecked")}>{t("openNote")}</Notice> : null}
            {chosen || adding ? (
              <EntryForm
                key={chosen?.code ?? "new"}
                list={list}
                entry={chosen}
                today={today}
                save={saveWord}
              />
            ) : null}
            <Card flush title={t(`list.${list}`)}>
              <EntryTable list={list} entries={entries} history={history} today={today} />
            </Card>
          </div>
        </div>
      </>
    );
  },
});
