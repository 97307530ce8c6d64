/** Opening the next year: what it means, how far it is, and what came of it. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Job } from "#components/ui/job.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { earliestOpening } from "#lib/domains/registry-years/campaign.ts";
import type { Opening } from "#lib/domains/registry-years/queries/years.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { openingView } from "./opening-view.ts";

type Props<T> = {
  openYear: number;
  opening: Opening | null;
  today: string;
  mayOpen: boolean;
  open: FormAction<T>;
  cancel: FormAction<T>;
};

export async function OpeningCard<T>({ openYear, opening, today, mayOpen, open, cancel }: Props<T>) {
  const t = await getTranslations("registry");
  const f = await getFormats();
  const next = openYear + 1;
  const earliest = earliestOpening(openYear);
  const running = opening?.status === "PREPARING";
  if (!mayOpen && !running) return null;
  return (
    <Card title={t("next", { year: String(next) })} note={t("nextNote")} id="next">
      <div className="grid gap-4">
        {opening && !running && opening.status !== "DONE" ? (
          <Notice tone={opening.status === "FAILED" ? "behind" : "info"}>
            {t(opening.status === "FAILED" ? "failed" : "cancelled", { year: String(opening.year) })}
          </Notice>
        ) : null}
        {opening?.status === "DONE" && opening.year === openYear ? (
          <Notice tone="ok">
            {t("opened", {
              year: String(opening.year),
              households: opening.households,
              members: opening.members,
            })}
          </Notice>
        ) : null}
        {running ? (
          <>
            <p>{t("preparing", { name: opening.by, year: String(opening.year) })}</p>
            <Job
              source="/api/registry/opening"
              first={openingView(opening, t)}
              refreshHref="/registry/years"
            />
            {opening.mine ? (
              <Form action={cancel} buttonOnly id="cancel">
                <input type="hidden" name="year" value={opening.year} />
                <SubmitButton kind="quiet">{t("cancel")}</SubmitButton>
              </Form>
            ) : null}
          </>
        ) : !mayOpen ? null : today < earliest ? (
          <p className="text-ink-2">{t("tooEarly", { day: f.day(earliest) })}</p>
        ) : (
          <Form action={open} className="grid max-w-xl gap-4" id="open">
            <input type="hidden" name="year" value={next} />
            <label className="flex min-h-touch items-center gap-2">
              <input type="checkbox" name="sure" value="yes" className="size-5 accent-link" />
              <span>{t("sure", { year: String(openYear), next: String(next) })}</span>
            </label>
            <div>
              <SubmitButton>{t("open")}</SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
