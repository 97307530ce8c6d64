/** Who saw a household in a period: find it by its head's name, choose the days, read who opened, revealed or took along. */
import { getLocale, getTranslations } from "next-intl/server";
import { trailWords } from "#components/audit/trail-words.ts";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterText } from "#components/ui/filter-bar.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Light } from "#components/ui/light.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { addDays, isDay } from "#lib/base/calendar.ts";
import type { Locale } from "#lib/base/preferences.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { findTrailHousehold, type Look, whoSaw } from "#lib/domains/audit/queries/who-saw.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page, type SearchParams } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/admin/audit/who-saw";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("whoSaw.title") };
}

function asked(search: SearchParams, today: string) {
  const params = toParams(search);
  const day = (name: string, otherwise: string) => {
    const value = params.get(name) ?? "";
    return isDay(value) ? value : otherwise;
  };
  return {
    household: params.get("h") ?? undefined,
    name: params.get("name")?.trim(),
    from: day("from", addDays(today, -29)),
    to: day("to", today),
  };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "trail.view")) throw refused();
    const { household, name, from, to } = asked(search, scope.today);
    return {
      seen: household ? await whoSaw(scope, { household, from, to }) : null,
      found: !household && name && name.length > 1 ? await findTrailHousehold(scope, { name }) : null,
    };
  },
  tells: ({ seen }, { search }) =>
    seen
      ? {
          verb: "audit.whoSawAsked",
          subject: `household:${toParams(search).get("h")}`,
          division: null,
          period: [toParams(search).get("from"), toParams(search).get("to")].map(String),
        }
      : null,
  refused: () => <PermissionNote />,
  render: async ({ seen, found }, { search, today }) => {
    const t = await getTranslations("audit");
    const params = toParams(search);
    const { from, to, name } = asked(search, today);
    return (
      <>
        <PageHead
          title={t("whoSaw.title")}
          note={t("whoSaw.note")}
          back={{ href: "/admin/audit", label: t("title") }}
        />
        <FilterBar path={PATH} params={params} own={["name", "from", "to", "h"]} clearHref={PATH}>
          <FilterText name="name" label={t("whoSaw.name")} value={name} />
          <Day name="from" label={t("whoSaw.from")} value={from} max={today} />
          <Day name="to" label={t("whoSaw.to")} value={to} max={today} />
        </FilterBar>
        {found && found.length === 0 ? <EmptyState kind="filtered" title={t("whoSaw.none")} /> : null}
        {found && found.length > 0 ? (
          <Card title={t("whoSaw.choose", { count: found.length })} flush>
            <RowList label={t("whoSaw.choose", { count: found.length })}>
              {found.map((one) => (
                <RowLink
                  key={one.id}
                  href={withParams(PATH, params, { h: one.id, from, to })}
                  title={one.name}
                  meta={one.place}
                />
              ))}
            </RowList>
          </Card>
        ) : null}
        {seen ? (
          <Card
            title={t("whoSaw.result", {
              name: [name, seen.place].filter(Boolean).join(" · "),
              from,
              to,
              count: seen.looks.length,
            })}
            flush
          >
            {seen.looks.length === 0 ? (
              <EmptyState kind="filtered" title={t("whoSaw.empty")} />
            ) : (
              <Looks looks={seen.looks} />
            )}
          </Card>
        ) : null}
      </>
    );
  },
});

function Day({ name, label, value, max }: { name: string; label: string; value: string; max: string }) {
  return (
    <label className="block">
      <span className="block text-ink-2 text-note">{label}</span>
      <input type="date" name={name} defaultValue={value} max={max} className={inputClass} />
    </label>
  );
}

async function Looks({ looks }: { looks: Look[] }) {
  const t = await getTranslations("audit");
  const f = await getFormats();
  const dictionary = await getTranslations("dictionaries");
  const words = trailWords(t, f, (await getLocale()) as Locale, dictionary);
  return (
    <Table caption={t("whoSaw.title")} stacked>
      <Head>
        <Column width="date">{t("column.when")}</Column>
        <Column>{t("column.who")}</Column>
        <Column>{t("column.what")}</Column>
        <Column>{t("column.whom")}</Column>
        <Column>{t("whoSaw.certainty")}</Column>
        <Column>{t("column.from")}</Column>
      </Head>
      <Body>
        {looks.map((look) => (
          <Row key={String(look.id)}>
            <Cell label={t("column.when")} nowrap>
              <span className="tabular">{f.dayTime(look.at)}</span>
            </Cell>
            <Cell label={t("column.who")} head>
              {words.who(look)}
            </Cell>
            <Cell label={t("column.what")}>
              {words.verb(look.verb)}
              {words.besides(look).map((said) => (
                <div key={said} className="text-ink-2 text-note">
                  {said}
                </div>
              ))}
            </Cell>
            <Cell label={t("column.whom")}>{words.subject(look)}</Cell>
            <Cell label={t("whoSaw.certainty")}>
              <Light
                state={look.surely ? "ok" : "none"}
                word={t(look.surely ? "whoSaw.surely" : "whoSaw.maybe")}
              />
              {look.surely ? null : <div className="text-ink-2 text-note">{t("whoSaw.maybeNote")}</div>}
            </Cell>
            <Cell label={t("column.from")}>{words.from(look) ?? <EmptyMark />}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
