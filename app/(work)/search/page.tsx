/** Search in full: every kind with its hits, other spellings of a name as hints, people by the last four of their ID number. */

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HitList } from "#components/search/hit-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { holdsIdNumber, NO_ID_NUMBER } from "#lib/base/search-text.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { findByIdTail } from "#lib/domains/search/commands.ts";
import { type Hit, looksLikeIdTail, SEARCH_KINDS, type SearchKind } from "#lib/domains/search/hit.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { page } from "#lib/platform/page.ts";
import { Problem } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { requireSession } from "#lib/platform/session.ts";

const PATH = "/search";
const REFUSED = "whole";
const isKind = (text: string | null): text is SearchKind => SEARCH_KINDS.some((kind) => kind === text);

export async function generateMetadata() {
  return { title: (await getTranslations("search"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const q = (params.get("q") ?? "").trim().slice(0, 40);
    // The address that holds the number goes, so that neither history nor a copied link keeps it.
    if (holdsIdNumber(q)) redirect(`${PATH}?${REFUSED}=1`);
    const asked = params.get("kind");
    const kind = isKind(asked) ? asked : null;
    const found = await findAnything(scope, { q, kinds: kind ? [kind] : undefined, limit: kind ? 50 : 8 });
    const byTail = looksLikeIdTail(q) && (kind === null || kind === "person");
    return { q, kind, found, refused: params.has(REFUSED), people: byTail ? await peopleEndingIn(q) : null };
  },
  render: async ({ q, kind, found, refused, people }, { search }) => {
    const t = await getTranslations("search");
    const navigation = await getTranslations("navigation");
    const params = toParams(search);
    const nothing = q !== "" && found.groups.length === 0 && found.hints.length === 0 && !people?.hits.length;
    const tab = (value: SearchKind | null, label: string) => ({
      href: withParams(PATH, params, { kind: value }),
      label,
      current: kind === value,
    });
    return (
      <>
        <PageHead title={t("title")} />
        <form action={PATH} className="mb-4 flex max-w-2xl flex-wrap items-end gap-2">
          {kind ? <input type="hidden" name="kind" value={kind} /> : null}
          <label className="min-w-0 grow">
            <span className="block text-ink-2 text-note">{t("label")}</span>
            <input
              type="search"
              name="q"
              defaultValue={q}
              placeholder={t("hint")}
              maxLength={40}
              pattern={NO_ID_NUMBER}
              title={navigation("search.whole")}
              className={inputClass}
            />
          </label>
          <Button type="submit" kind="primary">
            {t("button")}
          </Button>
        </form>
        {refused ? (
          <div className="mb-4">
            <Notice tone="watch">{navigation("search.whole")}</Notice>
          </div>
        ) : null}
        {q === "" ? (
          <EmptyState kind="never" title={t("start")}>
            {t("startMore")}
          </EmptyState>
        ) : (
          <Tabs
            label={t("only")}
            items={[tab(null, t("all")), ...SEARCH_KINDS.map((one) => tab(one, t(`kind.${one}`)))]}
          />
        )}
        <div className="grid gap-5">
          {people ? <PeopleEndingIn people={people} /> : null}
          {found.groups.map((group) => (
            <section key={group.kind}>
              <h2 className="mb-1 text-h3">{t(`kind.${group.kind}`)}</h2>
              <HitList label={t(`kind.${group.kind}`)} hits={group.hits} closed={t("closed")} />
              {group.more && kind === null ? (
                <Link
                  href={withParams(PATH, params, { kind: group.kind })}
                  className="inline-flex min-h-touch items-center"
                >
                  {t("more", { kind: t(`kind.${group.kind}`) })}
                </Link>
              ) : null}
            </section>
          ))}
          {found.hints.length > 0 ? (
            <section>
              <h2 className="text-h3">{t("hints")}</h2>
              <p className="mb-1 text-ink-2 text-note">{t("hintsNote")}</p>
              <div className="grid gap-3">
                {found.hints.map((hint) => {
                  const label = t("hintOf", { spelling: hint.spelling, kind: t(`kind.${hint.kind}`) });
                  return (
                    <div key={label}>
                      <h3 className="text-ink-2">{label}</h3>
                      <HitList label={label} hits={hint.hits} closed={t("closed")} />
                    </div>
                  );
                })}
              </div>
            </section>
          ) : null}
        </div>
        {nothing ? <EmptyState kind="filtered" title={t("empty", { text: q })} /> : null}
      </>
    );
  },
});

type People = { hits: Hit[]; problem: string | null };

/** Counted and told to the audit, so it is a deed of its own beside the page's reading. */
async function peopleEndingIn(tail: string): Promise<People> {
  try {
    return { hits: await findByIdTail(await requireSession(), { tail }), problem: null };
  } catch (error) {
    if (error instanceof Problem) return { hits: [], problem: (await problemView(error)).message };
    throw error;
  }
}

async function PeopleEndingIn({ people }: { people: People }) {
  const t = await getTranslations("search");
  return (
    <section>
      <h2 className="text-h3">{t("tail")}</h2>
      <p className="mb-1 text-ink-2 text-note">{t("tailNote")}</p>
      {people.problem ? <Notice tone="watch">{people.problem}</Notice> : null}
      {people.hits.length > 0 ? <HitList label={t("tail")} hits={people.hits} closed={t("closed")} /> : null}
      {!people.problem && people.hits.length === 0 ? <p className="text-ink-2">{t("tailNone")}</p> : null}
    </section>
  );
}
