/** How an instruction stands: shape, word, and what its clock says. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import { markOf, type State } from "#lib/domains/instructions/instruction.ts";

const LIGHT = { OPEN: "none", REPLIED: "watch", ACCEPTED: "ok", NOTED: "ok", WITHDRAWN: "off" } as const;
type Props = { row: { status: State; dueOn: string | null; read: boolean }; today: string };

export async function StateMark({ row, today }: Props) {
  const t = await getTranslations("instructions");
  const late = markOf(row, today) === "late";
  const word = row.status === "OPEN" && row.read && row.dueOn !== null ? "READ" : row.status;
  return (
    <Light state={late ? "behind" : LIGHT[row.status]} word={late ? t("mark.late") : t(`state.${word}`)} />
  );
}

/** Days left or over, while an answer is waited for. */
export async function Clock({ row, today }: Props) {
  const t = await getTranslations("instructions");
  if (row.status !== "OPEN" || row.dueOn === null) return null;
  const left = daysBetween(today, row.dueOn);
  if (left < 0) return <span className="font-semibold text-behind">{t("clock.over", { days: -left })}</span>;
  return <span>{left === 0 ? t("clock.today") : t("clock.left", { days: left })}</span>;
}
