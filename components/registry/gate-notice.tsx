/** Said above a form whose deed has to wait today: what is typed is kept as a request. */
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/notice.tsx";
import type { Gate } from "#lib/domains/registry-years/campaign.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { gate: Gate; what: "window" | "freeze" };

export async function GateNotice({ gate, what }: Props) {
  const t = await getTranslations("registry");
  const f = await getFormats();
  const { campaign } = gate;
  if (!campaign) return null;
  if (what === "window" && !gate.open)
    return (
      <Notice tone="watch" title={t("asking.title")}>
        {t("asking.window", { from: f.day(campaign.opensOn), to: f.day(campaign.closesOn) })}
      </Notice>
    );
  if (what === "freeze" && gate.frozen && campaign.frozenOn)
    return (
      <Notice tone="watch" title={t("asking.frozenTitle", { year: String(gate.year) })}>
        {t("asking.frozen", { day: f.day(campaign.frozenOn) })}
      </Notice>
    );
  return null;
}
