/** One cadre: posts now and before, abilities, organization, and the households that lean on him. */

import { getTranslations } from "next-intl/server";
import { postNames } from "#components/posts/names.ts";
import { TenureTable } from "#components/posts/tenure-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { getCadre } from "#lib/domains/posts/queries/cadre.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  const t = await getTranslations("posts");
  return { title: `${t("title")} · ${t("cadre.title")}` };
}

export default page({
  route: "/cadres/[id]",
  load: (scope, { params }) => getCadre(scope, { id: params.id ?? "" }),
  render: async (cadre, { viewer, today }) => {
    const t = await getTranslations("posts");
    const names = await postNames(cadre.words);
    const running = cadre.tenures.filter((tenure) => tenure.running);
    const [first] = running;
    const tags = [...new Set(cadre.tenures.flatMap((tenure) => tenure.tags.map(({ tag }) => tag)))];
    const mayEdit = first !== undefined && may(viewer, "post.edit", first.divisionId);
    return (
      <>
        <PageHead
          title={cadre.name}
          back={{ href: "/cadres", label: t("title") }}
          mark={
            running.some(({ principal }) => principal) ? <Badge tone="info">{t("principal")}</Badge> : null
          }
          note={
            running.length > 0
              ? running.map(({ team, kind }) => `${team} ${names.kind(kind)}`).join("、")
              : t("cadre.noPost")
          }
          actions={
            mayEdit ? (
              <LinkButton kind="primary" href={`/cadres/tenures/${first.id}`}>
                {t("cadre.move")}
              </LinkButton>
            ) : null
          }
        />
        <div className="grid gap-4">
          <Card title={t("cadre.facts")}>
            <SummaryList
              columns={2}
              items={[
                { label: t("cadre.unit"), value: cadre.unit ?? <EmptyMark /> },
                {
                  label: t("cadre.org"),
                  value: cadre.org ? (
                    <Link href={`/orgs/${cadre.org.id}`}>{cadre.org.name}</Link>
                  ) : (
                    <EmptyMark />
                  ),
                },
                {
                  label: t("column.tags"),
                  value:
                    tags.length > 0 ? (
                      <span className="flex flex-wrap gap-1">
                        {tags.map((tag) => (
                          <Badge key={tag}>{names.tag(tag)}</Badge>
                        ))}
                      </span>
                    ) : (
                      <EmptyMark />
                    ),
                },
                {
                  label: t("cadre.load"),
                  value: (
                    <Link href={`/pairings?f.helper=${cadre.id}`}>
                      {t("cadre.households", { count: cadre.load.households })}
                    </Link>
                  ),
                  note: cadre.load.done > 0 ? t("cadre.before", { count: cadre.load.done }) : undefined,
                },
              ]}
            />
          </Card>
          <Card title={t("cadre.tenures")} flush>
            <TenureTable
              caption={t("cadre.tenures")}
              first={t("column.post")}
              names={names}
              mayEdit={(line) =>
                line.endReason !== "MISTAKE" &&
                may(viewer, "post.edit", cadre.tenures.find(({ id }) => id === line.id)?.divisionId ?? 0)
              }
              lines={cadre.tenures.map((tenure) => ({
                ...tenure,
                first: {
                  href: `/cadres/posts/${tenure.postId}`,
                  name: names.kind(tenure.kind),
                  note: [tenure.team, tenure.fromOn > today ? t("cadre.ahead") : null]
                    .filter(Boolean)
                    .join(" · "),
                },
              }))}
            />
          </Card>
        </div>
      </>
    );
  },
});
