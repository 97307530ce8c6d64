/** Instructions: what I have to answer, what I gave, what is late, and all that I may see; filters stand in the address. */

import { getTranslations } from "next-intl/server";
import { InstructionTable } from "#components/instructions/instruction-table.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { instructionFilterOf } from "#lib/domains/instructions/input.ts";
import { KINDS, PER_PAGE, STATES, VIEWS } from "#lib/domains/instructions/instruction.ts";
import { listInstructions } from "#lib/domains/instructions/queries/list-instructions.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/instructions";
const OWN = ["f.status", "f.kind"];
export async function generateMetadata() {
  return { title: (await getTranslations("instructions"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listInstructions(scope, instructionFilterOf(toParams(search))),
  refused: () => <PermissionNote />,
  render: async (list, { search, viewer, today }) => {
    const t = await getTranslations("instructions");
    const common = await getTranslations("common");
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const value = (name: string) => params.get(name) ?? undefined;
    const filtered = OWN.some((name) => params.has(name));
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const at = Math.floor((list.from - 1) / PER_PAGE) + 1;
    const last = list.from + list.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const views = VIEWS.filter((one) => list.oversees || one === "toMe" || one === "late");
    const mayGive = mayAnywhere(viewer, "instruction.give");
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          actions={
            <>
              {list.oversees && above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              {mayGive ? (
                <LinkButton kind="primary" href={`/instructions/new?u=${unit.id}`}>
                  {t("form.title")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Tabs
          label={t("views")}
          items={views.map((one) => ({
            href: withParams(PATH, params, { view: one }),
            label: t(`view.${one}`),
            count: String(list.views[one]),
            current: one === list.view,
          }))}
        />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterSelect
            name="f.status"
            label={t("list.state")}
            options={STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
            value={value("f.status")}
          />
          <FilterSelect
            name="f.kind"
            label={t("form.kind")}
            options={KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            value={value("f.kind")}
          />
        </FilterBar>
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : list.view === "all" || list.view === "fromMe" ? "never" : "done"}
            title={filtered ? t("noneFound") : t(`nothing.${list.view}`)}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <>
            <p className="mb-2 text-ink-2">{t("sum", { total: list.total })}</p>
            <Card flush>
              <InstructionTable rows={list.rows} indicators={list.indicators} today={today} />
              <Pager
                total={list.total}
                shown={{ from: list.from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < list.total ? pageHref(at + 1) : null}
              />
            </Card>
          </>
        )}
      </>
    );
  },
});
