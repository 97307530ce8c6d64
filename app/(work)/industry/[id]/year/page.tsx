/** One year of an entity on one screen: its own figures, and what each household earned from it, typed or pasted. */
import { getTranslations } from "next-intl/server";
import { YearForm } from "#components/industry/year-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { entityYear } from "#lib/domains/industry/queries/entity-year.ts";
import { page } from "#lib/platform/page.ts";
import { saveYear } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("industry");
  return { title: `${t("title")} · ${t("year.title")}` };
}

export default page({
  route: "/industry/[id]/year",
  load: (scope, { params, search }) => {
    const asked = toParams(search).get("y") ?? "";
    return entityYear(scope, { id: params.id ?? "", year: /^20\d\d$/.test(asked) ? Number(asked) : null });
  },
  refused: async () => {
    const t = await getTranslations("industry");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async (view, { search }) => {
    const t = await getTranslations("industry");
    const { entity, year, years } = view;
    const own = `/industry/${entity.id}`;
    const kept = [view.facts.poorMembers, view.facts.outputFen, view.facts.raisedFen];
    return (
      <>
        <PageHead
          title={t("year.of", { year: String(year) })}
          note={entity.name}
          back={{ href: own, label: entity.name }}
        />
        {search.saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("year.saved", { count: Number(search.saved) || 0 })}</Notice>
          </div>
        ) : null}
        <Tabs
          label={t("year.which")}
          items={years.map((one) => ({
            href: `${own}/year?y=${one}`,
            label: t("year.tab", { year: String(one) }),
            current: one === year,
          }))}
        />
        <YearForm
          key={`${year} ${kept.join()} ${view.rows.map(({ fen }) => fen).join()}`}
          view={view}
          save={saveYear}
        />
      </>
    );
  },
});
