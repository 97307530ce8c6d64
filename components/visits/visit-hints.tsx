/** What seems hardly possible about a visit, told quietly: to the visitor first, with a way to put it right or to say how it was. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { VisitHint } from "#lib/domains/visits/queries/hints.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { hintWords } from "./hint-words.ts";

type Explain = FormAction<{ id: string; visitId: string }>;
type Props = { hints: readonly VisitHint[]; today: string; explain: Explain };

export async function VisitHints({ hints, today, explain }: Props) {
  if (hints.length === 0) return null;
  const t = await getTranslations("visits");
  const f = await getFormats();
  const sentence = await hintWords();
  const own = hints.some((hint) => hint.own);
  return (
    <Card title={t(own ? "hints.look" : "hints.ask")} id="hints">
      <ul className="grid gap-5">
        {hints.map((hint) => (
          <li key={hint.id} className="grid max-w-xl gap-2">
            <p>{sentence(hint.kind)}</p>
            {hint.like ? (
              <p>
                <Link
                  href={`/visits/${hint.like.id}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {t("hints.like", { day: f.day(hint.like.visitedOn), name: hint.like.headName })}
                </Link>
              </p>
            ) : null}
            {hint.explained ? (
              <p className="text-ink-2">
                {t("hints.explained", {
                  name: hint.explained.by,
                  day: f.day(hint.explained.on),
                  words: hint.explained.words,
                })}
              </p>
            ) : (
              <>
                <p className="text-ink-2 text-note">
                  {hint.own
                    ? hint.opensOn > today
                      ? t("hints.alone", { day: f.day(hint.opensOn) })
                      : t("hints.opened")
                    : t("hints.toAsk")}
                </p>
                <Form action={explain} id={`hint-${hint.id}`} className="grid gap-3">
                  <input type="hidden" name="id" value={hint.id} />
                  <Field name="words" label={t("hints.words")} hint={t("hints.wordsHint")} required>
                    <Textarea rows={2} maxLength={300} />
                  </Field>
                  <div className="flex flex-wrap items-center gap-3">
                    <SubmitButton kind="secondary">{t("hints.save")}</SubmitButton>
                    {hint.own && hint.kind === "PHOTO" ? (
                      <a href="#photos" className="inline-flex min-h-touch items-center">
                        {t("hints.photo")}
                      </a>
                    ) : null}
                  </div>
                </Form>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
