/** The navigation of a desk: groups down the left edge, to be folded to their icons with "[". */

import { getTranslations } from "next-intl/server";
import { type Call, CallMark } from "#components/layout/call-mark.tsx";
import { NavLink } from "#components/layout/nav-link.tsx";
import type { Group } from "#components/layout/navigation.ts";
import { placeIcons } from "#components/layout/place-icons.tsx";
import { RailFold } from "#components/layout/rail-fold.tsx";

export async function Rail({ groups, call }: { groups: readonly Group[]; call: Call | null }) {
  const t = await getTranslations("navigation");
  return (
    <nav
      aria-label={t("main")}
      className="top-bar sticky hidden h-[calc(100dvh-3rem-3px)] w-52 shrink-0 flex-col overflow-y-auto border-line border-r bg-card group-data-folded/shell:w-14 desk:flex print:hidden!"
    >
      <ul className="grow py-2">
        {groups.map((group) => (
          <li key={group.key} className="mb-1">
            <p className="px-4 pt-2 pb-0.5 text-ink-3 text-note group-data-folded/shell:sr-only">
              {t(`groups.${group.key}`)}
            </p>
            <ul>
              {group.places.map((place) => (
                <li key={place.key}>
                  <NavLink href={place.href} title={t(place.key)} className={railLink}>
                    {placeIcons[place.key]}
                    <span className="group-data-folded/shell:sr-only">{t(place.key)}</span>
                    {place.key === "inbox" ? <CallMark call={call} /> : null}
                  </NavLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <RailFold label={t("collapse")} />
    </nav>
  );
}

const railLink =
  "flex min-h-9 items-center gap-3 border-transparent border-l-3 py-1 pr-3 pl-[0.9rem] text-ink-2 no-underline -outline-offset-2 hover:bg-hover hover:text-ink hover:no-underline aria-[current=page]:border-brand aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink";
