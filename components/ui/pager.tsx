/** How many there are in all, which ones these are, and the way to the next ones; each page is a link. */

import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";

type Props = {
  total?: number;
  shown?: { from: number; to: number };
  previousHref?: string | null;
  nextHref?: string | null;
  firstHref?: string | null;
};

export async function Pager({ total, shown, previousHref, nextHref, firstHref }: Props) {
  // A list that shows nothing has said so itself.
  if (total === 0 && !firstHref && !previousHref && !nextHref) return null;
  const t = await getTranslations("common");
  return (
    <nav
      aria-label={t("pager.label")}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2 text-ink-2"
    >
      <p className="tabular">
        {total === undefined ? null : <strong className="text-ink">{t("pager.total", { total })}</strong>}
        {shown && shown.to > 0 ? <span className="ml-2">{t("pager.range", shown)}</span> : null}
      </p>
      <div className="flex items-center gap-2 print:hidden">
        {firstHref ? (
          <LinkButton href={firstHref} kind="quiet" size="small">
            {t("pager.first")}
          </LinkButton>
        ) : null}
        {previousHref ? (
          <LinkButton href={previousHref} size="small" rel="prev">
            {t("pager.previous")}
          </LinkButton>
        ) : null}
        {nextHref ? (
          <LinkButton href={nextHref} size="small" rel="next">
            {t("pager.next")}
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
