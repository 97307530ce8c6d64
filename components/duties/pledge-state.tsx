/** How far a pledge is; one that fell due without a word says so. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import type { PledgeStatus } from "#lib/domains/member-duties/duty.ts";

type Props = { status: PledgeStatus; dueOn: string; today: string };

export async function PledgeState({ status, dueOn, today }: Props) {
  const t = await getTranslations("duties");
  const late = status === "OPEN" && dueOn < today;
  return (
    <Badge tone={status === "ACCEPTED" ? "ok" : late ? "watch" : "plain"}>
      {t(late ? "pledge.late" : `pledge.state.${status}`)}
    </Badge>
  );
}
