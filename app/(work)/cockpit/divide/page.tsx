/** The target of a unit for a year and those of the units right below it: one screen, one row each, what they come to against the whole. */
import { getLocale, getTranslations } from "next-intl/server";
import { itemHref } from "#components/cockpit/figures.ts";
import { ShareForm } from "#components/cockpit/share-form.tsx";
import { ShareTable } from "#components/cockpit/share-table.tsx";
import { TargetHistory } from "#components/cockpit/target-history.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { viewShares } from "#lib/domains/cockpit/share-queries.ts";
import { stepsText } from "#lib/domains/cockpit/target.ts";
import { page } from "#lib/platform/page.ts";
import { saveShares } from "../actions.ts";

const PATH = "/cockpit/divide";

export async function generateMetadata() {
  return { title: (await getTranslations("cockpit"))("shares.title") };
}

export default page({
  route: "/cockpit/divide",
  load: (scope, { search }) => {
    const asked = toParams(search);
    return viewShares(scope, {
      indicator: asked.get("i") ?? "",
      u: asked.get("u") ?? undefined,
      ...{ year: asked.get("p"), fill: asked.get("fill") },
    });
  },
  refused: async () => {
    const t = await getTranslations("cockpit");
    return <PermissionNote>{t("refused")}</PermissionNote>;
  },
  render: async (shares, { search }) => {
    const t = await getTranslations("cockpit");
    const locale = await getLocale();
    const { indicator, unit, year, own, below, fill, filled, history } = shares;
    const at = (one: number) => `${PATH}?i=${indicator.id}&u=${unit.id}&p=${one}`;
    return (
      <>
        <PageHead
          title={t("shares.of", { year, name: indicator.name[locale] })}
          note={unit.name}
          back={{ href: itemHref(indicator.item, unit.id, String(year)), label: t(`item.${indicator.item}`) }}
          actions={
            <>
              <LinkButton href={`/cockpit/targets?u=${unit.id}&p=${year}`}>{t("targets.open")}</LinkButton>
              <LinkButton href={at(year - 1)}>{t("shares.year", { year: year - 1 })}</LinkButton>
              <LinkButton href={at(year + 1)}>{t("shares.year", { year: year + 1 })}</LinkButton>
            </>
          }
        />
        {toParams(search).get("done") ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("shares.done")}</Notice>
          </div>
        ) : null}
        {fill ? (
          <div className="mb-3" role="status">
            <Notice tone={filled ? "info" : "watch"}>
              {t(filled ? "shares.filled" : "shares.notFilled")}
            </Notice>
          </div>
        ) : null}
        {below.length === 0 && !shares.maySetOwn ? (
          <EmptyState kind="never" title={t("matrix.none")} />
        ) : shares.mayDivide ? (
          // Another state is another form: what was saved stands in it, not what was typed before.
          <ShareForm
            key={`${unit.id}|${year}|${fill}|${own}|${stepsText(shares.steps)}|${below.map(({ target }) => target).join()}`}
            shares={shares}
            save={saveShares}
          />
        ) : (
          <ShareTable shares={shares} />
        )}
        {history.length > 0 ? (
          <div className="mt-4">
            <Card title={t("target.history")} note={t("target.historyNote")} flush>
              <TargetHistory shares={shares} />
            </Card>
          </div>
        ) : null}
      </>
    );
  },
});
