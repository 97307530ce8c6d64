/** What was handed over in earlier rounds, as a sheet that three people sign (移交单). */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Receipt } from "#lib/domains/handover/queries/hand-over.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { PrintButton } from "./print-button.tsx";

export async function Receipts({ receipts, giver }: { receipts: readonly Receipt[]; giver: string }) {
  const t = await getTranslations("handover");
  const f = await getFormats();
  if (receipts.length === 0) return null;
  return (
    <Card title={t("receipts")} action={<PrintButton label={t("print")} />}>
      <ol className="grid gap-4">
        {receipts.map((one) => (
          <li key={one.id} className="break-inside-avoid border-line border-t pt-3 first:border-0 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <strong>{t("receipt", { day: f.dayTime(one.doneAt), by: one.byName })}</strong>
              <Badge tone={one.finished ? "ok" : "plain"}>
                {t(one.finished ? "finished" : "partlyDone")}
              </Badge>
            </p>
            <p className="text-ink-2">
              {one.heirName ? t("receiptTo", { heir: one.heirName }) : t("receiptNone")} ·{" "}
              {t(`reasons.${one.reason as "RETIRED"}`)}
            </p>
            <ul className="mt-1">
              {one.counts.map(({ kind, fate, count }) => (
                <li key={`${kind}${fate}`}>
                  {t("count", { thing: t(`things.${kind}`), count, fate: t(`done.${fate}`) })}
                </li>
              ))}
            </ul>
            {one.households.length > 0 ? (
              <ul className="mt-1 text-ink-2 text-note">
                {one.households.map(({ id, name, place, fate }) => (
                  <li key={id}>
                    {name}（{place}）· {t(`done.${fate}`)}
                  </li>
                ))}
              </ul>
            ) : null}
            <p className="mt-6 hidden gap-8 print:flex">
              {[
                [t("giver"), giver],
                [t("taker"), one.heirName ?? ""],
                [t("witness"), one.byName],
              ].map(([role, name]) => (
                <span key={role}>
                  {role} {name} ＿＿＿＿＿＿
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
