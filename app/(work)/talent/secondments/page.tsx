/** Who was sent to teach from under a unit, as of a day: how many against the year's number, who is on post, and the list. */
import { getTranslations } from "next-intl/server";
import { teachingNames } from "#components/talent/names.ts";
import { SecondmentTable } from "#components/talent/secondment-table.tsx";
import { TalentHead } from "#components/talent/talent-head.tsx";
import { TalentList } from "#components/talent/talent-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayExport } from "#lib/domains/exports/policy.ts";
import { listSecondments } from "#lib/domains/talent/queries/list-secondments.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { SECONDMENT_STATES } from "#lib/domains/talent/talent.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { CHECKED, scopeAsked, secondmentsAsked } from "../asked.ts";

const PATH = "/talent/secondments";
/** Where there is something below to divide the number among. */
const DIVIDES = new Set(["PREFECTURE", "COUNTY"]);
const OWN = ["q", "on", "f.side", "f.state", "f.checked", "f.subject"];

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("secondments.title") };
}

export default page({
  route: "/talent/secondments",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    return {
      overview: await talentOverview(scope, scopeAsked(params, scope.today)),
      list: await listSecondments(scope, secondmentsAsked(params, scope.today)),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ overview, list }, { search, viewer, today }) => {
    const t = await getTranslations("talent");
    const f = await getFormats();
    const params = toParams(search);
    const [done, asked, on] = ["done", "n", "m"].map((name) => params.get(name));
    for (const name of ["done", "n", "m"]) params.delete(name);
    const names = await teachingNames(list.words);
    const value = (name: string) => params.get(name) ?? undefined;
    const { place, sums, day } = list;
    const { unit } = place;
    const none = Object.fromEntries(OWN.map((name) => [name, null]));
    const clearHref = withParams(PATH, params, none);
    // The list may be turned round to the schools of the unit; what is owed is counted at the sender alone.
    const side = params.get("f.side") === "RECEIVED" ? "RECEIVED" : null;
    const only = (filters: Record<string, string>) =>
      withParams(PATH, params, { ...none, on: params.get("on"), "f.side": side, ...filters });
    const unchecked = sums.running - sums.onPost - sums.offPost;
    const begin = mayAnywhere(viewer, "talent.edit")
      ? {
          href: may(viewer, "talent.edit", unit.id)
            ? `/talent/secondments/new?u=${unit.id}`
            : "/talent/secondments/new",
          label: t("secondments.send"),
        }
      : null;
    return (
      <>
        <TalentHead
          current="secondments"
          params={params}
          place={place}
          actions={
            <>
              {may(viewer, "target.edit", unit.id) && DIVIDES.has(unit.level) ? (
                <LinkButton href={`/cockpit/divide?i=F3.1&u=${unit.id}&p=${day.slice(0, 4)}`}>
                  {t("secondments.divide")}
                </LinkButton>
              ) : null}
              {begin ? (
                <>
                  <LinkButton href={`/talent/secondments/check?u=${unit.id}`}>{t("check.title")}</LinkButton>
                  <LinkButton kind="primary" href={begin.href}>
                    {begin.label}
                  </LinkButton>
                </>
              ) : null}
            </>
          }
        />
        {done === "checked" ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("done.checked", { n: Number(asked) || 0, on: Number(on) || 0 })}</Notice>
          </div>
        ) : null}
        <div className="mb-4 flex flex-wrap gap-x-10 gap-y-3">
          {side === null ? (
            <Metric
              label={t("secondments.begun", { year: day.slice(0, 4) })}
              value={f.number(overview.teaching.begun)}
              unit={t("people")}
              href={`/cockpit/rows?i=F3.1&u=${unit.id}&p=${day.slice(0, 4)}&part=all`}
              target={overview.target === null ? undefined : `${f.number(overview.target)} ${t("people")}`}
            />
          ) : null}
          <Metric
            label={t("state.STARTED")}
            value={f.number(sums.running)}
            unit={t("people")}
            href={only({ "f.state": "STARTED" })}
          />
          <Metric
            label={t("secondments.onPost")}
            value={f.rate({ part: sums.onPost, whole: sums.onPost + sums.offPost })}
            href={only({ "f.checked": "ON" })}
          />
          <Metric
            label={t("secondments.offPost")}
            value={f.number(sums.offPost)}
            unit={t("people")}
            href={only({ "f.checked": "OFF" })}
            state={sums.offPost > 0 ? "behind" : undefined}
          />
          <Metric
            label={t("secondments.unchecked")}
            value={f.number(unchecked)}
            unit={t("people")}
            href={only({ "f.checked": "NEVER" })}
            state={unchecked > 0 ? "watch" : undefined}
          />
        </div>
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.schoolHint")} />
          <FilterSelect
            name="f.side"
            label={t("field.side")}
            all={t("side.SENT")}
            options={[{ value: "RECEIVED", label: t("side.RECEIVED") }]}
            value={value("f.side")}
          />
          <FilterSelect
            name="f.state"
            label={t("field.state")}
            options={SECONDMENT_STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
            value={value("f.state")}
          />
          <FilterSelect
            name="f.checked"
            label={t("field.onPost")}
            options={CHECKED.map((one) => ({ value: one, label: t(`check.${one}`) }))}
            value={value("f.checked")}
          />
          <FilterSelect
            name="f.subject"
            label={t("field.subject")}
            options={names.options(list.words.subjects)}
            value={value("f.subject")}
          />
          <FilterText name="on" label={t("filter.on")} value={value("on")} hint={today} />
        </FilterBar>
        <TalentList
          list="secondments"
          path={PATH}
          params={params}
          found={list}
          filters={OWN}
          mayExport={mayExport(viewer, unit.id)}
          sum={t("secondments.sum", { day, total: list.total, since: list.since })}
          empty={{ never: t("secondments.never"), filtered: t("secondments.filtered") }}
          begin={begin}
        >
          <SecondmentTable rows={list.rows} day={day} names={names} />
        </TalentList>
      </>
    );
  },
});
