/** The files that this one came from or went on in, each with what lies there. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import type { Tie } from "#lib/domains/lives/queries/of-household.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function TieList({ ties }: { ties: readonly Tie[] }) {
  const t = await getTranslations("lives");
  const f = await getFormats();
  if (ties.length === 0) return null;
  return (
    <Card title={t("ties")}>
      <ul className="grid gap-2">
        {ties.map((tie) => (
          <li key={`${tie.otherId}${tie.side}`}>
            {t(`tie.${tie.kind}.${tie.side}`, { day: f.day(tie.on) })}{" "}
            {tie.reachable ? (
              <Link className="inline-block min-h-6" href={`/households/${tie.otherId}?tab=overview`}>
                {t("tieFile", { name: tie.otherName, number: tie.otherNo })}
              </Link>
            ) : (
              <span>{t("tieFile", { name: tie.otherName, number: tie.otherNo })}</span>
            )}
            <span className="text-ink-2 text-note">
              {" · "}
              {tie.reachable ? t("tieHas", { visits: tie.visits, pairings: tie.pairings }) : t("tieOutside")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
