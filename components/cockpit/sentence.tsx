/** The whole board in one sentence, for a leader with five seconds (ux.md §1e E1). */
import { getLocale, getTranslations } from "next-intl/server";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { ITEMS } from "#lib/indicators/items.ts";

const ORDER = ["ok", "watch", "behind", "none", "off"] as const;

type Told = {
  unit: { name: string };
  cell: Board["own"][number] | Board["children"][number]["cells"][number];
  missing: number;
};

export async function Sentence({ board, worst }: { board: Board; worst: Told | undefined }) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const states = ITEMS.map(({ code }) => {
    const cells = board.own.filter((cell) => cell.indicator.item === code);
    return cells.length === 0 ? "off" : itemLight(cells).light;
  });
  const shown = ORDER.map((state) => ({ state, n: states.filter((one) => one === state).length })).filter(
    ({ n }) => n > 0,
  );
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-h3">
      <span>{t("sentence.start")}</span>
      {shown.map(({ state, n }) => (
        <span key={state} className={`inline-flex items-center gap-1.5 font-semibold ${tone[state]}`}>
          <Shape state={state} />
          {t(`sentence.${state}`, { n })}
        </span>
      ))}
      <span className="font-semibold">
        {worst
          ? t("sentence.most", {
              item: t(`short.${worst.cell.indicator.item}`),
              unit: worst.unit.name,
              missing: worst.cell.indicator.missing[locale],
              n: worst.missing,
              caseUnit: (worst.cell.indicator.adds?.unit ?? worst.cell.indicator.caseUnit)[locale],
            })
          : t("sentence.fine")}
      </span>
    </p>
  );
}
