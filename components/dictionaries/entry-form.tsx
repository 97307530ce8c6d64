/** One word: what it is called here, how sheets spell it, where it stands, until when it is offered. */

import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Entry, ListKey } from "#lib/domains/dictionaries/dictionary.ts";
import { nameOf } from "./words.ts";

type Props = {
  list: ListKey;
  entry: Entry | null;
  today: string;
  save: FormAction<{ list: string; code: string; root: number }>;
};

export async function EntryForm({ list, entry, today, save }: Props) {
  const t = await getTranslations("dictionaries");
  const locale = await getLocale();
  const title = entry ? nameOf(entry, locale, (code) => t(`default.${code as "SOCIETY"}`)) : t("add");
  const usual = entry?.usual?.["zh-CN"];
  return (
    <Card title={title}>
      <Form action={save} className="grid max-w-xl gap-4">
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="code" value={entry?.code ?? ""} />
        <input type="hidden" name="version" value={entry?.version ?? 0} />
        <Field
          name="name"
          label={t("field.name")}
          hint={usual ? t("usualHint", { name: usual }) : undefined}
          required={entry === null}
        >
          <TextInput defaultValue={entry?.name ?? ""} maxLength={40} width="medium" />
        </Field>
        <Field name="nameEn" label={t("field.nameEn")} optional>
          <TextInput defaultValue={entry?.nameEn ?? ""} maxLength={60} width="medium" />
        </Field>
        <Field name="aliases" label={t("field.aliases")} hint={t("aliasesHint")} optional>
          <Textarea rows={2} defaultValue={entry?.aliases.join("、") ?? ""} maxLength={1000} />
        </Field>
        <Field name="position" label={t("field.position")} hint={t("positionHint")} optional>
          <TextInput defaultValue={entry?.position ?? ""} inputMode="numeric" width="short" maxLength={4} />
        </Field>
        <Field name="retiredOn" label={t("field.retiredOn")} hint={t("retiredHint")} optional>
          <DateInput today={today} defaultValue={entry?.retiredOn ?? ""} />
        </Field>
        <Field name="basis" label={t("field.basis")} hint={t("basisHint")} optional>
          <TextInput defaultValue={entry?.basis ?? ""} maxLength={100} />
        </Field>
        <div className="flex gap-2">
          <SubmitButton>{t("save")}</SubmitButton>
          <LinkButton kind="quiet" href={`/admin/dictionaries?list=${list}`}>
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Card>
  );
}
