/** One's own views of a list as tabs above it: everything first, and the view that the list opens with marked. */
import { getTranslations } from "next-intl/server";
import { Tabs } from "#components/ui/tabs.tsx";
import { type ListView, viewHref, viewQuery } from "#lib/domains/list-views/list-view.ts";

type Props = { path: string; params: URLSearchParams; views: readonly ListView[] };

export async function ViewTabs({ path, params, views }: Props) {
  if (views.length === 0) return null;
  const t = await getTranslations("list-views");
  const here = viewQuery(params);
  return (
    <Tabs
      label={t("title")}
      items={[
        { href: viewHref(path, ""), label: t("whole"), current: here === "" },
        ...views.map(({ name, query, opens }) => ({
          href: viewHref(path, query),
          label: opens ? t("opens", { name }) : name,
          current: query !== "" && here === query,
        })),
      ]}
    />
  );
}
