/** The audit: who did what to which thing, when and from where; conditions in the address; looking here is told as well. */
import { getLocale, getTranslations } from "next-intl/server";
import { TrailStateLine } from "#components/audit/trail-state.tsx";
import { TrailTable } from "#components/audit/trail-table.tsx";
import { trailWords } from "#components/audit/trail-words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import type { Locale } from "#lib/base/preferences.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { trailFilterOf } from "#lib/domains/audit/input.ts";
import { COUNTED_TO, listTrail } from "#lib/domains/audit/queries/list-trail.ts";
import { trailUnits } from "#lib/domains/audit/queries/trail-units.ts";
import { KIND_NAMES, PERIODS, pageOf } from "#lib/domains/audit/trail.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/admin/audit";
const FORM = ["f.who", "f.about", "f.kind", "f.days", "u"];
const OTHERS = ["f.account", "f.subject", "f.near", "f.request", "f.verb", "f.from", "f.to"];

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "trail.view")) throw refused();
    const filter = trailFilterOf(toParams(search));
    return { ...(await listTrail(scope, filter)), units: await trailUnits(scope, { unit: filter.unit }) };
  },
  tells: (_list, { search }) => {
    const params = toParams(search);
    const filter = trailFilterOf(params);
    return {
      verb: "audit.read",
      subject: filter.subject ?? "audit",
      division: filter.unit ? Number(filter.unit) : null,
      // Names that were typed stay out of it.
      filter: [...params]
        .filter(([name]) => !["f.who", "f.about", "after"].includes(name))
        .map((pair) => pair.join("=")),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ rows, total, next, state, units }, { search, viewer }) => {
    const t = await getTranslations("audit");
    const dictionary = await getTranslations("dictionaries");
    const words = trailWords(t, await getFormats(), (await getLocale()) as Locale, dictionary);
    const params = toParams(search);
    const value = (name: string) => params.get(name) ?? undefined;
    const clearHref = withParams(
      PATH,
      params,
      Object.fromEntries([...FORM, ...OTHERS].map((name) => [name, null])),
    );
    const without = (name: string) => withParams(PATH, params, { [name]: null });
    const [first] = rows;
    const active = [
      value("f.subject") && {
        label: t("active.subject", {
          name:
            first?.subject === value("f.subject") && first
              ? words.subject(first)
              : words.subject({ subject: value("f.subject") ?? null }),
        }),
        removeHref: without("f.subject"),
      },
      value("f.account") && {
        label: t("active.account", { name: first?.accountName ?? value("f.account") ?? "" }),
        removeHref: without("f.account"),
      },
      value("f.near") && { label: t("active.near"), removeHref: without("f.near") },
      value("f.request") && { label: t("active.request"), removeHref: without("f.request") },
      value("f.verb") && {
        label: t("active.verb", { name: words.verb(value("f.verb") ?? "") }),
        removeHref: without("f.verb"),
      },
    ].filter((one) => typeof one === "object");
    const filtered = [...FORM, ...OTHERS].some((name) => params.has(name));
    const subject = value("f.subject") ?? null;
    // Whoever sees no registry is not led to a page that is not there for them.
    const opens = mayAnywhere(viewer, subject?.startsWith("account:") ? "account.manage" : "household.view");
    const itself = opens ? pageOf(subject) : null;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={
            <>
              {itself ? <LinkButton href={itself}>{t("history.back")}</LinkButton> : null}
              <LinkButton href={`${PATH}/who-saw`}>{t("whoSaw.open")}</LinkButton>
              <LinkButton href={`/api/audit/export${withParams("", params, {})}`} download>
                {t("export")}
              </LinkButton>
            </>
          }
        />
        <div className="mb-3">
          <TrailStateLine state={state} />
        </div>
        <FilterBar path={PATH} params={params} own={FORM} clearHref={clearHref} active={active}>
          <FilterText
            name="f.who"
            label={t("filter.who")}
            hint={t("filter.whoHint")}
            value={value("f.who")}
          />
          <FilterText
            name="f.about"
            label={t("filter.about")}
            hint={t("filter.aboutHint")}
            value={value("f.about")}
          />
          <FilterSelect
            name="f.kind"
            label={t("filter.kind")}
            value={value("f.kind")}
            options={KIND_NAMES.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <FilterSelect
            name="u"
            label={t("filter.unit")}
            value={value("u")}
            options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <FilterSelect
            name="f.days"
            label={t("filter.days")}
            all={t("days.30")}
            value={value("f.days")}
            options={PERIODS.filter((days) => days !== "30").map((days) => ({
              value: days,
              label: t(`days.${days}`),
            }))}
          />
        </FilterBar>
        <p className="mb-2 font-semibold tabular" data-total={total}>
          {total > COUNTED_TO ? t("totalMore", { total: COUNTED_TO }) : t("total", { total })}
        </p>
        {rows.length === 0 ? (
          <EmptyState kind={filtered ? "filtered" : "never"} title={t(filtered ? "emptyFiltered" : "empty")}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <Card flush>
            <TrailTable rows={rows} path={PATH} />
          </Card>
        )}
        <Pager
          firstHref={params.has("after") ? withParams(PATH, params, {}) : null}
          nextHref={next ? withParams(PATH, params, { after: next }, true) : null}
        />
      </>
    );
  },
});
