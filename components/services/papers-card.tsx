/** The papers of a case: which are there since when, taking in what was missing, and asking for one more. */
import { getTranslations } from "next-intl/server";
import { CameChoice } from "#components/services/came-choice.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { CaseView } from "#lib/domains/services/queries/show.ts";

type Props = {
  view: CaseView;
  take: FormAction<{ id: string; divisionId: number; left: number }>;
  ask: FormAction<{ id: string }>;
};

export async function PapersCard({ view: { head, papers, atDesk, mayAskPapers }, take, ask }: Props) {
  const t = await getTranslations("services");
  const missing = papers.filter(({ handedOn }) => handedOn === null);
  return (
    <Card title={t("papers.title")} id="papers">
      {papers.length === 0 ? <p className="text-ink-2">{t("papers.none")}</p> : null}
      <ul className="divide-y divide-line">
        {papers.map(({ position, name, handedOn }) => (
          <li key={position} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
            <span>{name}</span>
            <Light
              state={handedOn ? "ok" : "watch"}
              word={handedOn ? t("papers.handed", { day: handedOn }) : t("papers.missing")}
            />
          </li>
        ))}
      </ul>
      {atDesk && missing.length > 0 ? (
        <Form action={take} id="take" className="mt-3 grid max-w-form gap-3">
          <input type="hidden" name="id" value={head.id} />
          <ChipGroup
            name="papers"
            label={t("papers.take")}
            kind="checkbox"
            required
            options={missing.map(({ position, name }) => ({ value: String(position), label: name }))}
          />
          <CameChoice label={t("came.label")} yes={t("came.yes")} no={t("came.no")} />
          <div>
            <SubmitButton>{t("papers.save")}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {mayAskPapers ? (
        <Form action={ask} id="ask" className="mt-4 grid max-w-form gap-3 border-line border-t pt-3">
          <input type="hidden" name="id" value={head.id} />
          <Field name="name" label={t("papers.ask")} hint={t("papers.askHint")}>
            <TextInput maxLength={60} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton kind="secondary">{t("papers.askSave")}</SubmitButton>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
