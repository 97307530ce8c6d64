/** Above the rows of a closed period: what was told of them, and what has changed since. */
import { getTranslations } from "next-intl/server";
import { figureWords } from "#components/cockpit/figure-words.ts";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { signed } from "./signed.ts";

type Props = { told: Figure; now: Figure; indicator: Ratio; href: string };

export async function ToldNote({ told, now, indicator, href }: Props) {
  const t = await getTranslations("closings");
  const words = await figureWords(indicator);
  const change = { part: now.part - told.part, whole: now.whole - told.whole };
  const same = change.part === 0 && change.whole === 0;
  return (
    <div className="mb-3">
      <Notice
        action={
          <Link href={href} className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("seeAll")}
          </Link>
        }
      >
        {t("told", {
          told: words.rate(told),
          changes: same
            ? t("noChange")
            : t("changed", { part: signed(change.part), whole: signed(change.whole) }),
          now: words.rate(now),
        })}
      </Notice>
    </div>
  );
}
