/** What may be done with an instruction now: read and answered by its addressee, looked at by its giver, reminded of, called off. */
import { getTranslations } from "next-intl/server";
import { Folded } from "#components/procedures/folded.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Moved } from "#lib/domains/instructions/instruction.ts";
import type { InstructionView } from "#lib/domains/instructions/queries/show-instruction.ts";

type Deed = FormAction<Moved>;
export type InstructionDeeds = Record<"read" | "reply" | "accept" | "return" | "withdraw" | "remind", Deed>;
type Props = { view: InstructionView; today: string; deeds: InstructionDeeds };

export async function NextSteps({ view, today, deeds }: Props) {
  const t = await getTranslations("instructions");
  const { row, may, usual } = view;
  return (
    <div className="grid gap-4">
      {may.read ? (
        <Form action={deeds.read} id="read" buttonOnly>
          <input type="hidden" name="id" value={row.id} />
          <SubmitButton kind={may.reply ? "secondary" : "primary"}>{t("deed.read")}</SubmitButton>
        </Form>
      ) : null}
      {may.reply ? (
        <Form action={deeds.reply} id="reply" className="grid max-w-xl gap-3">
          <About row={row} />
          <Field name="words" label={t("deed.replyWords")} hint={t("deed.replyHint")} required>
            <Textarea rows={4} maxLength={500} />
          </Field>
          <div>
            <SubmitButton size="large">{t("deed.reply")}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {may.settle ? (
        <>
          <Form action={deeds.accept} id="accept" className="grid max-w-xl gap-3">
            <About row={row} />
            <Field name="words" label={t("deed.acceptWords")} optional>
              <Textarea rows={2} maxLength={500} />
            </Field>
            <div>
              <SubmitButton size="large">{t("deed.accept")}</SubmitButton>
            </div>
          </Form>
          <Form action={deeds.return} id="return">
            <About row={row} />
            <Folded title={t("deed.return")}>
              <Field name="words" label={t("deed.why")} required>
                <Textarea rows={2} maxLength={500} />
              </Field>
              <Field name="dueOn" label={t("deed.newDue")}>
                <DateInput today={today} defaultValue={usual?.dueOn} min={today} />
              </Field>
              <div>
                <SubmitButton kind="secondary">{t("deed.return")}</SubmitButton>
              </div>
            </Folded>
          </Form>
        </>
      ) : null}
      {may.remind ? (
        row.remindAgainAt ? (
          <p className="text-ink-2">{t("deed.remindAgain", { when: row.remindAgainAt })}</p>
        ) : (
          <Form action={deeds.remind} id="remind" buttonOnly done={t("deed.reminded")}>
            <input type="hidden" name="id" value={row.id} />
            <SubmitButton kind="secondary">{t("deed.remind")}</SubmitButton>
          </Form>
        )
      ) : null}
      {may.withdraw ? (
        <Form action={deeds.withdraw} id="withdraw">
          <About row={row} />
          <Folded title={t("deed.withdraw")}>
            <Field name="words" label={t("deed.why")} required>
              <Textarea rows={2} maxLength={500} />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("deed.withdraw")}</SubmitButton>
            </div>
          </Folded>
        </Form>
      ) : null}
    </div>
  );
}

/** Which instruction, as it stands on the screen. */
function About({ row }: { row: { id: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
    </>
  );
}
