/** What a plan satisfies and what it does not, with the reason; each number opens its households. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { WHY_NOT } from "#lib/domains/pairings/plan.ts";
import type { Plan } from "#lib/domains/pairings/queries/plans.ts";

const NEAR = ["village", "township", "county", "beyond"] as const;
const linkClass = "inline-flex min-h-touch items-center desk:min-h-6";

export async function PlanSum({ plan }: { plan: Plan }) {
  const t = await getTranslations("pairings");
  const here = `/pairings/plan/${plan.id}`;
  const open = plan.lines - plan.placed;
  return (
    <Card>
      <p className="font-semibold text-h3">{t("plan.sum", { lines: plan.lines, placed: plan.placed })}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {NEAR.filter((near) => plan.near[near] > 0).map((near) => (
          <li key={near} className={linkClass}>
            {near === "county" || near === "beyond" ? (
              <Link href={`${here}?f.show=far`} className={linkClass}>
                {t("plan.meetsCount", { meets: t(`plan.meets.${near}`), count: plan.near[near] })}
              </Link>
            ) : (
              t("plan.meetsCount", { meets: t(`plan.meets.${near}`), count: plan.near[near] })
            )}
          </li>
        ))}
        {plan.hand > 0 ? (
          <li>
            <Link href={`${here}?f.show=hand`} className={linkClass}>
              {t("plan.meetsCount", { meets: t("plan.byHand"), count: plan.hand })}
            </Link>
          </li>
        ) : null}
      </ul>
      {open > 0 ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-behind">
          <Shape state="behind" />
          <Link href={`${here}?f.show=left`} className={linkClass}>
            {t("plan.meetsCount", { meets: t("plan.left"), count: open })}
          </Link>
          {WHY_NOT.filter((why) => plan.left[why] > 0).map((why) => (
            <span key={why}>{t("plan.whyCount", { why: t(`plan.why.${why}`), count: plan.left[why] })}</span>
          ))}
        </p>
      ) : null}
    </Card>
  );
}
