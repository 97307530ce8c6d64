/** The departments behind one number: who handles which part, and what came of it. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { CaseView } from "#lib/domains/services/queries/show.ts";
import { isEnded, PART_RESULTS } from "#lib/domains/services/service.ts";

type Props = { view: CaseView; hand: FormAction<{ id: string }>; finish: FormAction<{ id: string }> };

export async function PartsCard({ view, hand, finish }: Props) {
  const t = await getTranslations("services");
  const { head, parts, mayHand } = view;
  const running = !isEnded(head.state);
  return (
    <Card title={t("parts.title")} note={t("parts.note", { number: head.number })} id="parts">
      <ol className="divide-y divide-line">
        {parts.map((part) => {
          const open = running && part.doneOn === null;
          const mine = open && head.state === "OPEN" && part.mayFinish;
          return (
            <li key={part.id} className="grid gap-3 py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <h3 className="font-semibold" data-names>
                  {part.department}
                </h3>
                <Light
                  state={part.result === "AGREED" ? "ok" : part.result ? "behind" : "none"}
                  word={part.result ? t(`part.${part.result}`) : t("parts.waiting")}
                />
              </div>
              <p className="text-ink-2">
                {part.doneOn
                  ? [t("parts.done", { name: part.doneBy ?? "", day: part.doneOn }), part.note]
                      .filter(Boolean)
                      .join(" · ")
                  : part.handlerName
                    ? t("parts.by", { name: part.handlerName })
                    : t("parts.nobody")}
              </p>
              {mine ? (
                <Form action={finish} id={`finish-${part.id}`} className="grid max-w-form gap-3">
                  <input type="hidden" name="partId" value={part.id} />
                  <ChipGroup
                    name="result"
                    label={t("parts.result", { department: part.department })}
                    kind="radio"
                    required
                    options={PART_RESULTS.map((value) => ({ value, label: t(`part.${value}`) }))}
                  />
                  <Field name="note" label={t("parts.say")} hint={t("parts.sayHint")}>
                    <TextInput maxLength={200} autoComplete="off" />
                  </Field>
                  <div>
                    <SubmitButton>{t("parts.finish")}</SubmitButton>
                  </div>
                </Form>
              ) : null}
              {open && mayHand && part.people.length === 0 ? (
                <p className="text-ink-2">{t("parts.nobodyThere", { department: part.department })}</p>
              ) : null}
              {open && part.people.length > 0 ? (
                <Form
                  action={hand}
                  id={`hand-${part.id}`}
                  className="flex max-w-form flex-wrap items-end gap-3"
                >
                  <input type="hidden" name="partId" value={part.id} />
                  <Field name="accountId" label={t("parts.hand", { department: part.department })}>
                    <Select
                      empty={t("parts.choose")}
                      options={part.people.map(({ id, name, unit }) => ({
                        value: String(id),
                        label: name,
                        group: unit,
                      }))}
                    />
                  </Field>
                  <SubmitButton kind="secondary">{t("parts.handSave")}</SubmitButton>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
