/** The navigation of a phone: at most five places, always with their words. */

import { getTranslations } from "next-intl/server";
import { type Call, CallMark } from "#components/layout/call-mark.tsx";
import { NavLink } from "#components/layout/nav-link.tsx";
import type { Place } from "#components/layout/navigation.ts";
import { placeIcons } from "#components/layout/place-icons.tsx";

export async function BottomTabs({ places, call }: { places: readonly Place[]; call: Call | null }) {
  const t = await getTranslations("navigation");
  return (
    <nav
      aria-label={t("tabs")}
      className="sticky bottom-0 z-20 border-line border-t bg-card pb-[env(safe-area-inset-bottom)] desk:hidden print:hidden"
    >
      <ul className="flex">
        {places.map((place) => (
          <li key={place.key} className="min-w-0 flex-1">
            <NavLink href={place.href} className={tabLink}>
              <span className={place.key === "newVisit" ? plusTile : "relative"}>
                {placeIcons[place.key]}
                {place.key === "inbox" ? <CallMark call={call} corner /> : null}
              </span>
              <span className="text-note leading-tight">{t(place.key)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tabLink =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 border-transparent border-t-2 text-ink-2 no-underline -outline-offset-2 hover:no-underline aria-[current=page]:border-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink";

const plusTile = "inline-flex h-6 w-10 items-center justify-center rounded-control bg-brand-fill text-white";
