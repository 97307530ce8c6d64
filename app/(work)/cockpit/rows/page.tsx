/** The rows behind a number of a board: their count is the number. */

import { getLocale, getTranslations } from "next-intl/server";
import { figureWords, isCount } from "#components/cockpit/figure-words.ts";
import { itemHref, rowsHref } from "#components/cockpit/figures.ts";
import { HowCounted } from "#components/cockpit/how-counted.tsx";
import { EntitiesBehind, EntityOrgsBehind } from "#components/cockpit/industry-behind.tsx";
import { OrgRows } from "#components/cockpit/org-rows.tsx";
import { PeopleBehind } from "#components/cockpit/people-behind.tsx";
import { PostsBehind } from "#components/cockpit/posts-behind.tsx";
import { SubjectTable } from "#components/cockpit/subject-table.tsx";
import { RemindButton } from "#components/inbox/remind-button.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { isWithin } from "#lib/base/period.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ofSubjects } from "#lib/indicators/fact.ts";
import { PARTS, type Part, ROWS_A_PAGE } from "#lib/indicators/rows.ts";
import { page } from "#lib/platform/page.ts";
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
    const {
      indicator,
      unit,
      period,
      part,
      figure,
      rows,
      posts,
      people,
      orgs,
      subjects,
      slice,
      industry,
      counts,
      total,
    } = behind;
    const shown = (subjects ?? posts ?? people ?? orgs ?? industry?.entities ?? industry?.orgs ?? rows)
      .length;
    const caption = t("rows.title", { name: indicator.name[locale] });
    const duties = indicator.of === "duties";
    const reminds = duties && part === "missing" && isWithin(period, today) && mayRemindSomewhere(viewer);
    const inbox = await getTranslations("inbox");
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
          title={t("rows.title", { name: indicator.name[locale] })}
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
                {indicator.adds ? ` · ${t("rows.added", { value: words.value(figure) })}` : null}
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
        <Tabs
          label={t("rows.title", { name: indicator.name[locale] })}
          items={PARTS.filter((one) => one === "all" || !isCount(indicator)).map((one) => ({
            href: rowsHref(indicator.id, unit.id, period, one),
            label: called(one),
            count: f.number(counts[one]),
            current: one === part,
          }))}
        />
        {posts && posts.length > 0 ? (
          <PostsBehind rows={posts} indicator={indicator} kinds={behind.kinds} />
        ) : null}
        {subjects && subjects.length > 0 && ofSubjects(indicator.of) ? (
          <Card flush>
            <SubjectTable of={indicator.of} caption={caption} rows={subjects} />
          </Card>
        ) : null}
        {people && people.length > 0 ? <PeopleBehind rows={people} indicator={indicator} /> : null}
        {shown > 0 && (posts || people || subjects) ? null : shown === 0 ? (
          <EmptyState kind={part === "missing" ? "done" : "never"} title={t(`rows.none.${part}`)} />
        ) : industry?.entities ? (
          <EntitiesBehind rows={industry.entities} words={industry.words} caption={caption} />
        ) : industry?.orgs ? (
          <EntityOrgsBehind rows={industry.orgs} caption={caption} />
        ) : orgs ? (
          <OrgRows
            rows={orgs}
            terms={indicator.of === "terms"}
            caption={t("rows.title", { name: indicator.name[locale] })}
          />
        ) : (
          <Card flush>
            <Table caption={t("rows.title", { name: indicator.name[locale] })} stacked>
              <Head>
                <Column>{t("rows.head")}</Column>
                <Column>{t("rows.no")}</Column>
                <Column>{t("rows.place")}</Column>
                {duties ? (
                  <>
                    <Column>{t("rows.helper")}</Column>
                    <Column>{t("rows.unit")}</Column>
                    <Column numeric>{t("rows.owed")}</Column>
                    <Column numeric>{t("rows.done")}</Column>
                  </>
                ) : null}
                <Column width="date">{t("rows.lastVisit")}</Column>
                {reminds ? <Column>{inbox("remind.column")}</Column> : null}
              </Head>
              <Body>
                {rows.map((row) => (
                  <Row key={row.id}>
                    <Cell head>
                      <Link
                        href={`/households/${row.householdId}`}
                        className="inline-flex min-h-6 items-center"
                      >
                        {row.headName}
                      </Link>
                    </Cell>
                    <Cell label={t("rows.no")}>{row.householdNo}</Cell>
                    <Cell label={t("rows.place")}>{row.place}</Cell>
                    {duties ? (
                      <>
                        <Cell label={t("rows.helper")}>{row.helperName}</Cell>
                        <Cell label={t("rows.unit")}>{row.helperUnit ?? <EmptyMark />}</Cell>
                        <Cell label={t("rows.owed")} numeric>
                          {t("rows.times", { n: row.required ?? 0 })}
                        </Cell>
                        <Cell label={t("rows.done")} numeric>
                          {t("rows.times", { n: row.done ?? 0 })}
                        </Cell>
                      </>
                    ) : null}
                    <Cell label={t("rows.lastVisit")} nowrap>
                      {row.lastVisitOn ?? t("rows.never")}
                    </Cell>
                    {reminds ? (
                      <Cell label={inbox("remind.column")}>
                        <RemindButton householdId={row.householdId} remind={remindOfVisit} />
                      </Cell>
                    ) : null}
                  </Row>
                ))}
              </Body>
            </Table>
          </Card>
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
