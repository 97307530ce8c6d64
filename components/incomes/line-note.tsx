/** A figure per head held against the lines of its year and place: shape, word and by how much. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { LINE_KINDS, sideOf } from "#lib/domains/incomes/income.ts";
import type { HouseholdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  perHead: bigint | null;
  income: Pick<HouseholdIncome, "year" | "povertyFen" | "monitoringFen">;
  /** Given to whoever may set lines. */
  linesHref: string | null;
};

export async function LineNote({ perHead, income, linesHref }: Props) {
  const t = await getTranslations("incomes");
  const f = await getFormats();
  const lines = { POVERTY: income.povertyFen, MONITORING: income.monitoringFen };
  return (
    <ul className="grid gap-1">
      {LINE_KINDS.map((kind) => {
        const line = lines[kind];
        const side = sideOf(perHead, line);
        const apart = perHead === null || line === null ? null : perHead - line;
        return (
          <li key={kind} className="flex flex-wrap items-center gap-x-2">
            {side ? <Shape state={side === "above" ? "ok" : "behind"} className="size-3" /> : null}
            <span>
              {t(`line.${kind}`)}{" "}
              {line === null ? t("line.unset", { year: String(income.year) }) : f.yuan(line)}
            </span>
            {side && apart !== null ? (
              <strong className={side === "above" ? "text-ok" : "text-behind"}>
                {t(`line.${side}`, { amount: f.yuan(apart < 0n ? -apart : apart) })}
              </strong>
            ) : null}
            {line === null && linesHref ? (
              <Link href={linesHref} className="inline-flex min-h-touch items-center desk:min-h-6">
                {t("line.set")}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
