/** How many places a post has from a day on. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { QuotaTold } from "#lib/domains/posts/post.ts";
import type { PostView } from "#lib/domains/posts/queries/get-post.ts";

type Props = { post: PostView; today: string; save: FormAction<QuotaTold> };

export async function QuotaForm({ post, today, save }: Props) {
  const t = await getTranslations("posts");
  return (
    <Form action={save} id="quota" className="grid gap-4">
      <input type="hidden" name="id" value={post.id} />
      <Field
        name="places"
        label={t("quota.places")}
        hint={t(post.principal ? "quota.principalHint" : "quota.hint")}
        required
      >
        <TextInput
          inputMode="numeric"
          width="short"
          maxLength={2}
          unit={t("setUp.people")}
          defaultValue={String(post.places)}
        />
      </Field>
      <Field name="fromOn" label={t("quota.from")} required>
        <DateInput today={today} defaultValue={today} />
      </Field>
      <Field name="documentNo" label={t("field.documentNo")} optional>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <div>
        <SubmitButton kind="secondary">{t("quota.save")}</SubmitButton>
      </div>
    </Form>
  );
}
