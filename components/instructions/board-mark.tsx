/** On a board, beside a figure: the button that gives an instruction about it, or how the one that was given stands. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { markOf } from "#lib/domains/instructions/instruction.ts";
import type { OnBoard } from "#lib/domains/instructions/queries/list-instructions.ts";

const LIGHT = { waits: "none", late: "behind", replied: "watch", settled: "ok" } as const;
type About = { unit: number; indicator: string; period: string };
type Props = About & { on: readonly OnBoard[]; mayGive: boolean; today: string };

export const giveHref = ({ unit, indicator, period }: About) =>
  `/instructions/new?u=${unit}&i=${indicator}&p=${period}`;

export async function BoardMark({ on, mayGive, today, ...about }: Props) {
  const t = await getTranslations("instructions");
  const found = on.find((one) => one.divisionId === about.unit && one.indicator === about.indicator);
  const give = mayGive ? (
    <LinkButton size="small" href={giveHref(about)}>
      {t("give")}
    </LinkButton>
  ) : null;
  if (!found) return give;
  const mark = markOf(found, today);
  return (
    <>
      <Link
        href={`/instructions/${found.id}`}
        className={`inline-flex min-h-touch items-center gap-1.5 font-semibold desk:min-h-6 ${tone[LIGHT[mark]]}`}
      >
        <Shape state={LIGHT[mark]} />
        {t(`onBoard.${mark}`)}
      </Link>
      {/* What is settled and still asks for attention may be instructed again. */}
      {mark === "settled" ? give : null}
    </>
  );
}
