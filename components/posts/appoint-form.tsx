/** An appointment: whom (found, or somebody new), from when, from where, and what the person is known for. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TenureTold } from "#lib/domains/posts/post.ts";
import type { PersonChoice } from "#lib/domains/posts/queries/choices.ts";
import type { PostView } from "#lib/domains/posts/queries/get-post.ts";
import { offered } from "#lib/domains/posts/words.ts";
import { postNames } from "./names.ts";

type Props = {
  post: PostView;
  q: string;
  found: readonly PersonChoice[];
  today: string;
  save: FormAction<TenureTold>;
};

export async function AppointForm({ post, q, found, today, save }: Props) {
  const t = await getTranslations("posts");
  const names = await postNames(post.words);
  const lineOf = (one: PersonChoice) =>
    [
      one.name,
      one.unit ?? one.place,
      one.held.length > 0
        ? one.held.map(({ kind, team }) => `${team}${names.kind(kind)}`).join("、")
        : one.post,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Form action={save} id="appoint" className="grid max-w-2xl gap-4">
      <input type="hidden" name="id" value={post.id} />
      {found.length > 0 ? (
        <ChipGroup
          name="personId"
          label={t("appoint.who")}
          kind="radio"
          hint={t("appoint.whoHint")}
          defaultValue={found.length === 1 ? found[0]?.id : undefined}
          options={found.map((one) => ({ value: one.id, label: lineOf(one) }))}
        />
      ) : q === "" ? null : (
        <p className="text-ink-2">{t("appoint.none", { q })}</p>
      )}
      <Disclosure label={t("appoint.new")} open={found.length === 0 && q !== ""}>
        <div className="grid gap-4">
          <Field name="newName" label={t("appoint.name")}>
            <TextInput maxLength={30} autoComplete="off" width="medium" />
          </Field>
          <Field name="newUnit" label={t("appoint.unit")}>
            <TextInput maxLength={60} autoComplete="off" width="medium" defaultValue={post.place} />
          </Field>
          <Field name="newPhone" label={t("appoint.phone")} optional>
            <TextInput inputMode="tel" maxLength={12} autoComplete="off" width="medium" />
          </Field>
        </div>
      </Disclosure>
      <ChipGroup
        name="source"
        label={t("column.source")}
        kind="radio"
        required
        options={names.options(offered(post.words.sources, today))}
      />
      <Field name="fromOn" label={t("field.from")} hint={t("appoint.fromHint")} required>
        <DateInput today={today} defaultValue={today} />
      </Field>
      <Field name="toOn" label={t("field.to")} hint={t("appoint.toHint")} optional>
        <DateInput today={today} />
      </Field>
      <Field name="documentNo" label={t("field.documentNo")} optional>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <TagFields
        options={names.options(offered(post.words.tags, today))}
        chosen={[]}
        hint={t("field.assessedHint")}
        today={today}
      />
      <div>
        <SubmitButton>{t("appoint.save")}</SubmitButton>
      </div>
    </Form>
  );
}

type Tags = {
  options: { value: string; label: string }[];
  chosen: string[];
  /** What a year does here. */
  hint: string;
  today: string;
};

/** A tag counts once an assessment of a year says so. */
export async function TagFields({ options, chosen, hint, today }: Tags) {
  const t = await getTranslations("posts");
  return (
    <>
      <ChipGroup
        name="tags"
        label={t("column.tags")}
        kind="checkbox"
        options={options}
        defaultValue={chosen}
      />
      <Field name="assessedIn" label={t("field.assessedIn")} hint={hint} optional>
        <TextInput inputMode="numeric" width="short" maxLength={4} placeholder={today.slice(0, 4)} />
      </Field>
    </>
  );
}
