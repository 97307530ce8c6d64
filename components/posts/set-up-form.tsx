/** How many places each post has, proposed by the usual team of such a unit; the numbers are the office's to settle. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { BRANCH_STANDARD, fitsAt, type TeamTold, traitsOf } from "#lib/domains/posts/post.ts";
import type { SetUpView } from "#lib/domains/posts/queries/choices.ts";
import { offered } from "#lib/domains/posts/words.ts";
import { postNames } from "./names.ts";

type Props = {
  view: SetUpView;
  /** For all villages under the unit. */
  villages: boolean;
  today: string;
  save: FormAction<TeamTold>;
};

export async function SetUpForm({ view, villages, today, save }: Props) {
  const t = await getTranslations("posts");
  const names = await postNames(view.words);
  const usual = view.orgId === null ? (villages ? view.usualVillage : view.usual) : BRANCH_STANDARD;
  const kinds = offered(view.words.kinds, today)
    .map(({ code }) => code)
    .filter((kind) =>
      traitsOf(kind).of === "PARTY"
        ? villages || view.orgId !== null || view.leading !== null
        : view.orgId === null,
    )
    .filter((kind) => fitsAt(kind, villages ? "VILLAGE" : view.level))
    .filter((kind) => villages || !view.has.includes(kind));
  const group = (of: "PARTY" | "DIVISION") => kinds.filter((kind) => traitsOf(kind).of === of);
  if (kinds.length === 0) return <p className="text-ink-2">{t("setUp.hasAll")}</p>;
  return (
    <Form action={save} id="set-up" className="grid max-w-3xl gap-4">
      <input type="hidden" name="divisionId" value={view.divisionId} />
      {view.orgId === null ? null : <input type="hidden" name="orgId" value={view.orgId} />}
      {villages ? <input type="hidden" name="villages" value="yes" /> : null}
      <p className="text-ink-2">{t("setUp.toBeSettled")}</p>
      {(["PARTY", "DIVISION"] as const).map((of) =>
        group(of).length === 0 ? null : (
          <fieldset key={of} className="grid gap-3">
            <legend className="mb-2 font-semibold">{t(`setUp.${of}`)}</legend>
            <div className="grid gap-3 pad:grid-cols-3">
              {group(of).map((kind) => (
                <Field key={kind} name={`places-${kind}`} label={names.kind(kind)}>
                  <TextInput
                    inputMode="numeric"
                    width="short"
                    maxLength={2}
                    unit={t("setUp.people")}
                    defaultValue={usual[kind] ? String(usual[kind]) : ""}
                  />
                </Field>
              ))}
            </div>
          </fieldset>
        ),
      )}
      <Field name="fromOn" label={t("setUp.from")} hint={t("setUp.fromHint")} required>
        <DateInput today={today} defaultValue={`${today.slice(0, 4)}-01-01`} />
      </Field>
      <Field name="documentNo" label={t("field.documentNo")} optional>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>
          {villages ? t("setUp.saveVillages", { count: view.villages }) : t("setUp.save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
