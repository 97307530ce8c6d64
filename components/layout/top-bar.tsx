/** The bar on top of every page: the house mark, search, and who is signed in. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { SearchIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import { NO_ID_NUMBER } from "#lib/base/search-text.ts";

export async function TopBar({ demo, children }: { demo: boolean; children: ReactNode }) {
  const common = await getTranslations("common");
  return (
    <header className="sticky top-[3px] z-20 flex h-12 items-center gap-2 border-line border-b bg-card px-3 care:gap-1 desk:gap-3 desk:px-4 print:hidden">
      <Link
        href="/"
        className="flex min-h-11 min-w-0 items-center gap-2 font-semibold text-h3 text-ink no-underline hover:no-underline"
      >
        <HouseMark />
        <span className="truncate care:sr-only">{common("product")}</span>
      </Link>
      {demo ? (
        // In the largest letters a phone has no room for it beside what must be tapped.
        <span title={common("demo.banner")} className="handset:care:sr-only">
          <Badge tone="watch">{common("demo.tag")}</Badge>
        </span>
      ) : null}
      <span className="grow" />
      <SearchField />
      {children}
    </header>
  );
}

/**
 * A link on a phone, a field at a desk. Both work before any script; what is typed into the field until the palette stands there is
 * carried over by it.
 */
async function SearchField() {
  const t = await getTranslations("navigation");
  return (
    <>
      <a
        href="/search"
        data-opens="palette"
        className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-control text-ink-2 no-underline hover:bg-hover hover:no-underline desk:hidden"
      >
        <SearchIcon className="size-5" />
        <span className="sr-only">{t("search.label")}</span>
      </a>
      <form action="/search" data-opens="palette" className="relative hidden w-60 items-center desk:flex">
        <SearchIcon className="absolute left-3 size-4 text-ink-2" />
        <input
          id="search-field"
          name="q"
          autoComplete="off"
          inputMode="search"
          maxLength={40}
          pattern={NO_ID_NUMBER}
          title={t("search.whole")}
          aria-label={t("search.label")}
          placeholder={t("search.label")}
          className="min-h-8 w-full rounded-control border border-control bg-card pr-14 pl-9 text-body text-ink placeholder:text-ink-2"
        />
        <span aria-hidden="true" className="absolute right-3 font-sans text-ink-3 text-note">
          Ctrl K
        </span>
      </form>
    </>
  );
}

/** Three, three, four: the model as a mark of three bars. */
function HouseMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0 care:hidden desk:block">
      <rect width="24" height="24" rx="4" className="fill-brand-fill" />
      <path
        d="M5.5 7h3M10.5 7h3M15.5 7h3M5.5 12h3M10.5 12h3M15.5 12h3M5 17h2M9 17h2M13 17h2M17 17h2"
        className="stroke-white"
        strokeWidth="2.2"
      />
    </svg>
  );
}
