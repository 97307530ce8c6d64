/** Who is on post on a reference day: everybody who teaches that day on one list, answered at once. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { CheckForm } from "#components/talent/check-form.tsx";
import { teachingNames } from "#components/talent/names.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterText } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { secondmentsToCheck } from "#lib/domains/talent/queries/check-list.ts";
import { offeredOf } from "#lib/domains/talent/words.ts";
import { page } from "#lib/platform/page.ts";
import { saveChecks } from "../../actions.ts";
import { scopeAsked } from "../../asked.ts";

const PATH = "/talent/secondments/check";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("check.title") };
}

export default page({
  route: "/talent/secondments/check",
  load: (scope, { search }) => secondmentsToCheck(scope, scopeAsked(toParams(search), scope.today)),
  refused: () => <PermissionNote />,
  render: async ({ place, day, people, more, words }, { search, today }) => {
    const t = await getTranslations("talent");
    const params = toParams(search);
    const names = await teachingNames(words);
    const { unit, above, below } = place;
    const allOn = params.get("all") === "on";
    return (
      <>
        <PageHead
          title={t("check.title")}
          back={{ href: `/talent/secondments?u=${unit.id}`, label: t("secondments.title") }}
          note={t("check.lead", { unit: unit.name, day, n: people.length })}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        <FilterBar path={PATH} params={params} own={["on"]} clearHref={`${PATH}?u=${unit.id}`}>
          <FilterText name="on" label={t("check.day")} value={params.get("on") ?? undefined} hint={today} />
        </FilterBar>
        {more ? (
          <div className="mb-3">
            <Notice tone="watch">{t("check.more")}</Notice>
          </div>
        ) : null}
        {people.length === 0 ? (
          <EmptyState kind="never" title={t("check.nobody")}>
            {t("check.nobodyHow")}
          </EmptyState>
        ) : (
          <>
            <p className="mb-3 flex flex-wrap items-center gap-3">
              <span className="text-ink-2">{t("check.note")}</span>
              <LinkButton size="small" href={withParams(PATH, params, { all: allOn ? null : "on" })}>
                {t(allOn ? "check.allOpen" : "check.allOn")}
              </LinkButton>
            </p>
            <CheckForm
              key={`${day} ${allOn}`}
              people={people}
              divisionId={unit.id}
              day={day}
              absences={names.options(offeredOf(words.absences, today))}
              allOn={allOn}
              save={saveChecks}
            />
          </>
        )}
      </>
    );
  },
});
