/** The lists that hang in public under a unit, each with its poster. */

import { getTranslations } from "next-intl/server";
import { PageHead } from "#components/ui/page-head.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { listNotices } from "#lib/domains/procedures/queries/notices.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("procedures"))("notice.title") };
}

export default page({
  route: "/procedures/notices",
  load: (scope, { search }) => listNotices(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ rows }) => {
    const t = await getTranslations("procedures");
    return (
      <>
        <PageHead title={t("notice.title")} back={{ href: "/procedures", label: t("title") }} />
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("notice.none")} />
        ) : (
          <RowList label={t("notice.title")}>
            {rows.map((row) => (
              <RowLink
                key={row.id}
                href={`/procedures/notices/${row.id}`}
                title={row.place}
                meta={t(`notice.headline.${row.step as "PUBLICITY_1"}`, { kind: t(`kind.${row.kind}`) })}
                detail={row.paused > 0 ? t("notice.paused", { count: row.paused }) : undefined}
                end={
                  <>
                    {t("notice.lines")} {row.lines}
                    <br />
                    {t("notice.until")} {row.untilOn}
                  </>
                }
              />
            ))}
          </RowList>
        )}
      </>
    );
  },
});
