/** Why a family stands on the watch list, above its overview, and a form by which a visit's finding closes a reason: nothing when nothing was found. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { WatchEntry } from "#lib/domains/watch/entry.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { reasonWords } from "./reason-words.ts";

type Close = FormAction<{ id: string; householdId: string }>;
type Props = {
  householdId: string;
  rows: readonly WatchEntry[];
  /** Given to whoever may visit the family. */
  close: Close | null;
  saved: boolean;
};

export async function FileWatch({ householdId, rows, close, saved }: Props) {
  if (rows.length === 0) return null;
  const t = await getTranslations("watch");
  const f = await getFormats();
  const words = await reasonWords();
  const open = rows.filter(({ closedOn }) => closedOn === null);
  const closed = rows.filter(({ closedOn }) => closedOn !== null);
  return (
    <Card title={t("card.title")}>
      <div className="grid gap-4">
        {saved ? (
          <div role="status">
            <Notice tone="ok">{t("card.saved")}</Notice>
          </div>
        ) : null}
        {open.length > 0 ? (
          <ul className="grid gap-4">
            {open.map((row) => (
              <li key={row.id} className="grid gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <strong className="font-medium">{words.what(row)}</strong>
                  <span className="text-ink-2">
                    {t("card.since", { day: f.day(row.foundOn), count: row.days })}
                  </span>
                </p>
                {close ? (
                  <CloseForm householdId={householdId} entry={row} close={close} alone={open.length === 1} />
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-2">{t("card.nothingOpen")}</p>
        )}
        {closed.length > 0 ? (
          <Disclosure label={t("card.closed", { count: closed.length })}>
            <ul className="grid gap-3">
              {closed.map((row) => (
                <li key={row.id}>
                  <p>
                    {words.what(row)}：{row.words}
                  </p>
                  <p className="flex flex-wrap items-center gap-x-3 text-ink-2">
                    {t("card.closedBy", { name: row.closedByName ?? "", day: f.day(row.closedOn ?? "") })}
                    <Link
                      href={`/visits/${row.visitId}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {t("card.visit")}
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

async function CloseForm({
  householdId,
  entry,
  close,
  alone,
}: {
  householdId: string;
  entry: WatchEntry;
  close: Close;
  alone: boolean;
}) {
  const t = await getTranslations("watch");
  const visits = await getTranslations("visits");
  if (entry.visits.length === 0)
    return (
      <div className="grid justify-items-start gap-2">
        <p className="text-ink-2">{t("card.noVisit")}</p>
        <LinkButton href={`/visits/new?household=${householdId}`}>{t("card.goVisit")}</LinkButton>
      </div>
    );
  return (
    <Disclosure label={t("card.close")} open={alone}>
      <Form action={close} id={`close-${entry.id}`} className="grid max-w-xl gap-4">
        <input type="hidden" name="id" value={entry.id} />
        <input type="hidden" name="version" value={entry.version} />
        <Field name="visitId" label={t("card.visit")} hint={t("card.visitHint")} required>
          <Select
            options={entry.visits.map(({ id, on, kind, visitors }) => ({
              value: id,
              label: [on, visits(`kind.${kind as "HOME"}`), visitors].filter(Boolean).join(" · "),
            }))}
          />
        </Field>
        <Field name="words" label={t("card.words")} hint={t("card.wordsHint")} required>
          <Textarea rows={3} maxLength={300} />
        </Field>
        <div>
          <SubmitButton pending={t("card.closing")}>{t("card.close")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
