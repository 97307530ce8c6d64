/** An empty place: shape, word and how long it has been so; the principal's in the color that asks for most. */
import { getTranslations } from "next-intl/server";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { daysBetween } from "#lib/base/calendar.ts";

type Props = { since: string | null; on: string; missing?: number; principal: boolean };

export async function EmptyPlace({ since, on, missing = 1, principal }: Props) {
  const t = await getTranslations("posts");
  const state = principal ? "behind" : "watch";
  const days = since === null ? null : daysBetween(since, on) + 1;
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${tone[state]}`}>
      <Shape state={state} className="size-3" />
      {missing > 1 ? t("empty.places", { count: missing }) : t("empty.place")}
      {days === null ? null : ` ${t("empty.days", { days })}`}
    </span>
  );
}
