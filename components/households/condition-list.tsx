/** The conditions of a file as a list of tasks: state as shape and word, and what is missing or wrong, with the way to mend it. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import type { Condition, ConditionKey, ConditionState } from "#lib/domains/households/conditions.ts";

const SHAPES: Record<ConditionState, LightState> = {
  MET: "ok",
  UNMET: "behind",
  LACKING: "watch",
  NOT_STARTED: "none",
  BLOCKED: "off",
};

/** Where what is missing is filled in. */
const WHERE: Record<ConditionKey, string> = {
  income: "/income",
  food: "/edit?section=living",
  clothes: "/edit?section=living",
  schooling: "?tab=members",
  medical: "?tab=members",
  housing: "/edit?section=living",
  water: "/edit?section=living",
};

type Props = { id: string; conditions: readonly Condition[]; mayEdit: boolean };

export async function ConditionList({ id, conditions, mayEdit }: Props) {
  const t = await getTranslations("facts");
  return (
    <ul className="divide-y divide-line">
      {conditions.map(({ key, state, why, names }) => (
        <li key={key} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <span className="w-28 font-semibold">{t(`condition.${key}`)}</span>
          <span className="inline-flex items-center gap-1.5">
            <Shape state={SHAPES[state]} className="size-3" />
            {t(`state.${state}`)}
          </span>
          {why ? (
            <span className="text-ink-2">
              {t(`why.${why as "noLine"}`, { names: names.join(t("between")) })}
            </span>
          ) : null}
          {mayEdit && state !== "MET" && state !== "BLOCKED" ? (
            <Link
              href={`/households/${id}${WHERE[key]}`}
              className="inline-flex min-h-touch items-center text-note desk:min-h-6"
            >
              {t("fill")}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
