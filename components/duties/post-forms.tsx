/** Forms about a post: it is set, and a member applies or is recommended. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { KINDS, WAYS } from "#lib/domains/member-duties/duty.ts";

type Save = FormAction<{ id: string }>;
type PostProps = { orgs: readonly { id: number; name: string; place: string }[]; save: Save };

export async function PostForm({ orgs, save }: PostProps) {
  const t = await getTranslations("duties");
  return (
    <Form action={save} id="post" className="grid max-w-form gap-4">
      <Field name="orgId" label={t("org")} required>
        <Select
          options={orgs.map(({ id, name, place }) => ({ value: String(id), label: name, group: place }))}
          empty=""
          defaultValue={orgs.length === 1 ? String(orgs[0]?.id) : ""}
        />
      </Field>
      <ChipGroup
        name="kind"
        label={t("post.kind")}
        kind="radio"
        required
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field name="name" label={t("post.name")} hint={t("post.nameHint")} required>
        <TextInput maxLength={40} autoComplete="off" />
      </Field>
      <Field name="duties" label={t("post.duties")} required>
        <Textarea rows={3} maxLength={300} />
      </Field>
      <Field name="places" label={t("post.places")} required>
        <TextInput width="short" inputMode="numeric" defaultValue="1" />
      </Field>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

type ProposeProps = {
  post: string;
  candidates: readonly { id: string; name: string }[];
  today: string;
  save: Save;
};

export async function ProposeForm({ post, candidates, today, save }: ProposeProps) {
  const t = await getTranslations("duties");
  return (
    <Form action={save} id="propose" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={post} />
      <Field name="memberId" label={t("member")} required>
        <Select options={candidates.map(({ id, name }) => ({ value: id, label: name }))} empty="" />
      </Field>
      <ChipGroup
        name="how"
        label={t("propose.how")}
        kind="radio"
        required
        options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <Field name="promise" label={t("propose.promise")} hint={t("propose.promiseHint")} optional>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <Field name="proposedOn" label={t("propose.on")} required>
        <DateInput today={today} defaultValue={today} max={today} />
      </Field>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
