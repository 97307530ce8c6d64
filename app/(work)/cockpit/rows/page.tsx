/** The rows behind a number of a board: their count is the number. */

import { getLocale, getTranslations } from "next-intl/server";
import { ToldNote } from "#components/closings/told-note.tsx";
import { figureWords, isCount, sumOf } from "#components/cockpit/figure-words.ts";
import { itemHref, rowsHref } from "#components/cockpit/figures.ts";
import { HouseholdsBehind } from "#components/cockpit/households-behind.tsx";
import { HowCounted } from "#components/cockpit/how-counted.tsx";
import { EntitiesBehind, EntityOrgsBehind } from "#components/cockpit/industry-behind.tsx";
import { OrgRows } from "#components/cockpit/org-rows.tsx";
import { PeopleBehind } from "#components/cockpit/people-behind.tsx";
import { PostsBehind } from "#components/cockpit/posts-behind.tsx";
import { SubjectTable } from "#components/cockpit/subject-table.tsx";
import { VillagesBehind } from "#components/cockpit/villages-behind.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { isWithin } from "#lib/base/period.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ofSubjects } from "#lib/indicators/fact.ts";
import { PARTS, type Part, ROWS_A_PAGE } from "#lib/indicators/rows.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { remindOfVisit } from "../../inbox/actions.ts";

/** Whose household one may remind; each row is asked again when the button is pressed. */
const mayRemindSomewhere = (viewer: Viewer) =>
  mayAnywhere(viewer, "visit.review") || mayAnywhere(viewer, "pairing.edit");

export async function generateMetadata() {
  const t = await getTranslations("cockpit");
  return { title: `${t("title")} · ${t("card.rows")}` };
}

export default page({
  route: "/cockpit/rows",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    return viewRows(scope, {
      indicator: asked.get("i") ?? "",
      u: asked.get("u") ?? undefined,
      p: asked.get("p") ?? undefined,
      part: asked.get("part") ?? undefined,
      by: asked.get("by"),
      page: asked.get("page"),
    });
  },
  refused: async () => {
    const t = await getTranslations("cockpit");
    return <PermissionNote>{t("refused")}</PermissionNote>;
  },
  render: async (behind, { search, viewer, today }) => {
    const t = await getTranslations("cockpit");
    const f = await getFormats();
    const locale = await getLocale();
    const { indicator, unit, period, part, figure, slice, counts, total } = behind;
    const { rows, posts, people, orgs, subjects, villages, industry } = behind;
    const shown = (
      subjects ??
      villages ??
      posts ??
      people ??
      orgs ??
      industry?.entities ??
      industry?.orgs ??
      rows
    ).length;
    const caption = t("rows.title", { name: indicator.name[locale] });
    const duties = indicator.of === "duties";
    const reminds = duties && part === "missing" && isWithin(period, today) && mayRemindSomewhere(viewer);
    const caseUnit = indicator.caseUnit[locale];
    const words = await figureWords(indicator);
    const called = (one: Part) =>
      indicator.adds && one !== "all"
        ? one === "missing"
          ? indicator.missing[locale]
          : t("rows.rest")
        : t(`rows.part.${one}`);
    const params = toParams(search);
    const at = (number: number) => withParams("/cockpit/rows", params, { page: String(number) }, true);
    const from = (behind.page - 1) * ROWS_A_PAGE;
    return (
      <>
        <PageHead
          title={caption}
          back={{ href: itemHref(indicator.item, unit.id, period), label: t(`short.${indicator.item}`) }}
          note={
            <>
              <span data-rows-total={total}>
                {t("rows.lead", {
                  unit: unit.name,
                  period: f.period(period),
                  day: behind.asOf,
                  part: slice ? slice.name[locale] : called(part),
                  n: total,
                  caseUnit,
                })}
                {indicator.adds && part !== "met"
                  ? ` · ${t("rows.added", { value: words.amount(sumOf(indicator, figure.part)) })}`
                  : null}
                {(indicator.adds?.mean || indicator.adds?.over) && part === "all"
                  ? ` · ${indicator.adds.over ? words.rate(figure) : t("rows.mean", { value: words.value(figure) })}`
                  : null}
              </span>{" "}
              <HowCounted indicator={indicator} asOf={behind.asOf} />
            </>
          }
          actions={
            indicator.id === "R2.1" &&
            part === "missing" &&
            total > 0 &&
            mayAnywhere(viewer, "pairing.edit") ? (
              <LinkButton
                kind="primary"
                href={`/households?f.fact=${indicator.id}&f.in=missing&p=${period}&u=${unit.id}`}
              >
                {t("rows.pair")}
              </LinkButton>
            ) : null
          }
        />
        {behind.told ? (
          <ToldNote
            told={behind.told}
            now={figure}
            indicator={indicator}
            href={`/cockpit/closings/${period}?u=${unit.id}`}
          />
        ) : null}
        <Tabs
          label={caption}
          items={PARTS.filter((one) => one === "all" || !isCount(indicator)).map((one) => ({
            href: rowsHref(indicator.id, unit.id, period, one),
            label: called(one),
            // Where the number is added up, its rows are counted in a unit of their own.
            count: indicator.adds
              ? t("value.amount", { n: counts[one], unit: caseUnit })
              : f.number(counts[one]),
            current: one === part,
          }))}
        />
        {shown === 0 ? (
          <EmptyState kind={part === "missing" ? "done" : "never"} title={t(`rows.none.${part}`)} />
        ) : (
          <Behind behind={behind} caption={caption} remind={reminds ? remindOfVisit : null} />
        )}
        <Pager
          total={total}
          shown={total > 0 ? { from: from + 1, to: from + shown } : undefined}
          previousHref={behind.page > 1 ? at(behind.page - 1) : undefined}
          nextHref={from + shown < total ? at(behind.page + 1) : undefined}
        />
      </>
    );
  },
});

type BehindProps = {
  behind: Awaited<ReturnType<typeof viewRows>>;
  caption: string;
  remind: typeof remindOfVisit | null;
};

/** What a case is about decides which table tells it. */
function Behind({ behind, caption, remind }: BehindProps) {
  const { indicator, rows, posts, people, orgs, subjects, villages, industry, kinds } = behind;
  if (posts) return <PostsBehind rows={posts} indicator={indicator} kinds={kinds} />;
  if (villages) return <VillagesBehind rows={villages} indicator={indicator} caption={caption} />;
  if (people) return <PeopleBehind rows={people} indicator={indicator} />;
  if (orgs) return <OrgRows rows={orgs} terms={indicator.of === "terms"} caption={caption} />;
  if (industry?.entities)
    return <EntitiesBehind rows={industry.entities} words={industry.words} caption={caption} />;
  if (industry?.orgs) return <EntityOrgsBehind rows={industry.orgs} caption={caption} />;
  if (subjects && ofSubjects(indicator.of))
    return (
      <Card flush>
        <SubjectTable of={indicator.of} caption={caption} rows={subjects} />
      </Card>
    );
  return <HouseholdsBehind rows={rows} indicator={indicator} caption={caption} remind={remind} />;
}
