/** What a merger, a move or a split left behind in the targets: the event, the targets concerned, and two ways to settle it. */
import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TargetBoard } from "#lib/domains/cockpit/targets-query.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { figureWords } from "./figure-words.ts";

type Settled = { unit: number; year: number; carried: boolean };
type Props = { drifts: TargetBoard["drifts"]; year: number; save: FormAction<Settled> };

export async function TargetDrifts({ drifts, year, save }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const told = await Promise.all(drifts.map(async (drift) => ({ drift, goals: await goalsOf(drift) })));
  return (
    <ul className="grid gap-3">
      {told.map(({ drift, goals }) => (
        <li key={drift.event} className="grid gap-2 border-line border-b pb-3 last:border-b-0 last:pb-0">
          <p>
            {f.day(drift.on)}{" "}
            {t(`drift.${drift.kind}`, {
              name: drift.name,
              other: drift.otherName,
              from: drift.fromName,
              to: drift.toName,
            })}
            {drift.documentNo ? ` · ${drift.documentNo}` : ""}{" "}
            <Link
              href={`/divisions/${drift.node}`}
              className="inline-flex min-h-touch items-center desk:min-h-6"
            >
              {t("drift.open")}
            </Link>
          </p>
          <p className="text-ink-2">{t("drift.goals", { name: drift.name, goals: goals.join("、") })}</p>
          {drift.maySettle ? (
            <div className="flex flex-wrap gap-3">
              {(["CARRIED", "KEPT"] as const).map((deed) => (
                <Form key={deed} action={save} id={`${drift.event}-${deed}`} className="grid gap-1">
                  <input type="hidden" name="event" value={drift.event} />
                  <input type="hidden" name="year" value={year} />
                  <input type="hidden" name="deed" value={deed} />
                  <SubmitButton kind={deed === "KEPT" ? "secondary" : "primary"}>
                    {t(`drift.deed.${deed}`)}
                  </SubmitButton>
                  <span className="max-w-md text-ink-2 text-note">
                    {t(deed === "KEPT" ? "drift.keptHint" : `drift.hint.${drift.kind}`)}
                  </span>
                </Form>
              ))}
            </div>
          ) : (
            <p className="text-ink-2">{t("drift.above")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

const goalsOf = (drift: TargetBoard["drifts"][number]) =>
  Promise.all(
    drift.goals.map(
      async ({ indicator, value }) => `${indicator.id} ${(await figureWords(indicator)).target(value)}`,
    ),
  );
