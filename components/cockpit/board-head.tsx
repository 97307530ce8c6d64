/** The head of every board: which unit, which period, true for which day, and the switches for both. */
import { getTranslations } from "next-intl/server";
import { PageHead } from "#components/ui/page-head.tsx";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { boardHref } from "./figures.ts";

type Props = {
  title: string;
  path: string;
  params: URLSearchParams;
  board: Pick<Board, "unit" | "period" | "asOf" | "ancestors" | "children">;
  today: string;
  back?: { href: string; label: string };
};

export async function BoardHead({ title, board, back }: Props) {
  const common = await getTranslations("common");
  const f = await getFormats();
  return (
    <PageHead
      title={title}
      back={back}
      trail={[
        ...board.ancestors.map((unit) => ({ label: unit.name, href: boardHref(unit.id, board.period) })),
        { label: board.unit.name },
      ]}
      note={
        <>
          {board.unit.name} · {f.period(board.period)}（{common("period.asOf", { day: board.asOf })}）
        </>
      }
    />
  );
}
