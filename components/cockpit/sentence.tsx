/** The whole board in one sentence, for a leader with five seconds (ux.md §1e E1). */
import { getLocale, getTranslations } from "next-intl/server";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import type { Exception } from "./exceptions.tsx";

const ORDER = ["ok", "watch", "behind", "none", "off"] as const;

export async function Sentence({ board, worst }: { board: Board; worst: Exception | undefined }) {
  const t = await getTranslations("cockpit");
  const states = ITEMS.map(({ code }) => {
    const cells = board.own.filter((cell) => cell.indicator.item === code);
    return { code, state: cells.length === 0 ? "off" : itemLight(cells).light };
  });
  const shown = ORDER.map((state) => ({
    state,
    items: states.filter((one) => one.state === state),
  })).filter(({ items }) => items.length > 0);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-h3">
      <span>{t("sentence.start")}</span>
      {shown.map(({ state, items }) => (
        <span key={state} className={`inline-flex items-center gap-1.5 font-semibold ${tone[state]}`}>
          <Shape state={state} />
          {t(`sentence.${state}`, { n: items.length })}
          {state === "behind"
            ? t("sentence.named", {
                item: items.map(({ code }) => t(`short.${code}`)).join(t("sentence.list")),
              })
            : null}
        </span>
      ))}
      <span className="font-semibold">{worst ? <Worst one={worst} /> : t("sentence.fine")}</span>
    </p>
  );
}

/** Which item, where, how many, who answers for it and how long the longest waits, as far as these are known. */
async function Worst({ one: { unit, cell, missing, wait } }: { one: Exception }) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const { indicator } = cell;
  const days = wait.days === null ? null : t("exceptions.days", { days: wait.days });
  const who = [unit.leader?.name, days].filter((part) => part !== null && part !== undefined);
  return (
    <>
      {t("sentence.most", {
        item: t(`short.${indicator.item}`),
        unit: unit.name,
        missing: indicator.missing[locale],
        n: missing,
        caseUnit: (indicator.adds?.unit ?? indicator.caseUnit)[locale],
      })}
      {who.length > 0 ? t("sentence.who", { who: who.join(t("sentence.and")) }) : null}
    </>
  );
}
