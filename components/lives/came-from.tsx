/** Whoever followed the number or the address of a file that went on in this one is told so, with the way to the old file. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Tie } from "#lib/domains/lives/queries/of-household.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function CameFrom({ tie }: { tie: Tie }) {
  const t = await getTranslations("lives");
  const f = await getFormats();
  return (
    <Notice
      action={
        <Link className="inline-block min-h-6" href={`/households/${tie.otherId}?tab=overview`}>
          {t("oldFile")}
        </Link>
      }
    >
      {t("cameFrom", { number: tie.otherNo, name: tie.otherName, day: f.day(tie.on) })}
    </Notice>
  );
}
