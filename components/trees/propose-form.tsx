/** The last step for whoever may only propose: the reason, and the button that hands the change to the level above. */

import { useTranslations } from "next-intl";
import { Carried } from "#components/trees/rehearsal-frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Proposed } from "#lib/domains/divisions/tree-proposal.ts";

type Props = {
  propose: FormAction<Proposed>;
  kind: string;
  fields: Record<string, string>;
  backHref: string;
};

export function ProposeForm({ propose, fields, kind, backHref }: Props) {
  const t = useTranslations("trees");
  return (
    <Form action={propose} id="propose" className="grid max-w-2xl gap-4">
      <Notice>{t("rehearsal.proposeNote")}</Notice>
      <Carried fields={fields} />
      <input type="hidden" name="kind" value={kind} />
      <Field name="why" label={t("rehearsal.why")} optional>
        <Textarea rows={2} maxLength={200} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={t("rehearsal.proposing")}>{t("rehearsal.propose")}</SubmitButton>
        <LinkButton href={backHref}>{t("rehearsal.back")}</LinkButton>
      </div>
    </Form>
  );
}
