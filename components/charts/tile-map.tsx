/** The counties as tiles about where they lie: a diagram that says so, because a borrowed border could be a wrong one. */

import { getTranslations } from "next-intl/server";
import { tilePlaces } from "#components/charts/tile-places.ts";
import Link from "#components/ui/link.tsx";
import type { LightState } from "#components/ui/shape.tsx";

export type Tile = {
  code: string;
  name: string;
  valueText: string;
  /** 0 is the palest, 1 the darkest; null where there is no figure. */
  share: number | null;
  state?: LightState;
  href: string;
};

export async function TileMap({ title, tiles }: { title: string; tiles: readonly Tile[] }) {
  const t = await getTranslations("common");
  return (
    <figure className="keep-together">
      <ul aria-label={title} className="grid grid-cols-5 gap-1 care:grid-cols-2">
        {tiles.map((tile) => (
          <li
            key={tile.code}
            className={`care:col-auto care:row-auto ${tilePlaces[tile.code.slice(0, 6)] ?? ""}`}
          >
            <Link
              href={tile.href}
              className={`flex min-h-12 flex-col justify-center rounded-control px-1.5 py-1 no-underline hover:no-underline hover:ring-2 hover:ring-link ${shadeOf(tile.share)}`}
            >
              <span className="text-note">{tile.name}</span>
              <span className="tabular flex items-center gap-1 font-semibold text-body leading-tight">
                {tile.valueText}
                {tile.state ? (
                  <>
                    <TileShape state={tile.state} />
                    <span className="sr-only">{t(`light.${tile.state}`)}</span>
                  </>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <figcaption className="mt-1.5 text-ink-2 text-note">
        {t("tiles.title")} · {t("tiles.legend")}
      </figcaption>
    </figure>
  );
}

const shades = [
  "bg-seq-1 text-seq-dark",
  "bg-seq-2 text-seq-dark",
  "bg-seq-3 text-seq-dark",
  "bg-seq-4 text-white",
  "bg-seq-5 text-white",
] as const;

function shadeOf(share: number | null): string {
  if (share === null) return "border border-control border-dashed bg-card text-ink";
  return shades[Math.min(4, Math.max(0, Math.floor(share * 5)))] ?? shades[0];
}

/** In the ink of the tile: on blue the status colors would not be seen, and the shape says it. */
function TileShape({ state }: { state: LightState }) {
  const hollow = state === "none" || state === "off";
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 shrink-0">
      {state === "watch" ? <path d="M8 1 15.5 15H.5Z" fill="currentColor" /> : null}
      {state === "behind" ? <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" /> : null}
      {state === "ok" ? <circle cx="8" cy="8" r="7" fill="currentColor" /> : null}
      {hollow ? <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
    </svg>
  );
}
