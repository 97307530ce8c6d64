/** The first step of changing a division: what, to where, from which day; the next step shows what it would touch. */

import { useTranslations } from "next-intl";
import { SplitFields } from "#components/divisions/part-fields.tsx";
import { MergeFields } from "#components/trees/merge-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Rehearsed } from "#lib/domains/divisions/commands/rehearse.ts";
import type { ChangeKind } from "#lib/domains/divisions/division.ts";
import type { Candidates } from "#lib/domains/divisions/queries/candidates.ts";
import type { Parts } from "#lib/domains/divisions/queries/parts.ts";

type Props = {
  kind: ChangeKind;
  id: number;
  today: string;
  /** What was filled in before going back from the rehearsal. */
  filled: URLSearchParams;
  candidates: Candidates | null;
  /** Of a division that is to be split. */
  parts: Parts | null;
  rehearse: FormAction<Rehearsed>;
};

export function ChangeForm({ kind, id, today, filled, candidates, parts, rehearse }: Props) {
  const t = useTranslations("divisions");
  const value = (name: string) => filled.get(name) ?? undefined;
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice>{t(`change.say.${kind}`)}</Notice>
      {candidates?.areas ? <AreaForm kind={kind} id={id} candidates={candidates} /> : null}
      <Form action={rehearse} className="grid gap-4" id="change">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        {NAMED[kind] ? (
          <Field name="name" label={t(`change.${NAMED[kind]}`)} required>
            <TextInput defaultValue={value("name")} maxLength={40} width="medium" autoComplete="off" />
          </Field>
        ) : null}
        {kind === "open" || kind === "split" ? (
          <Field name="code" label={t("change.code")} hint={t("change.codeHint")} optional>
            <TextInput
              defaultValue={value("code")}
              maxLength={12}
              inputMode="numeric"
              width="medium"
              autoComplete="off"
            />
          </Field>
        ) : null}
        {parts ? <SplitFields parts={parts} filled={filled} /> : null}
        {candidates && kind === "merge" ? (
          <MergeFields
            options={candidates.options}
            filled={filled}
            longest={40}
            words={{
              ...{ sources: t("change.sources"), none: t("change.noSources") },
              ...{ name: t("change.mergeName"), nameHint: t("change.mergeNameHint") },
            }}
          />
        ) : null}
        {candidates && kind !== "merge" ? (
          <Target kind={kind} candidates={candidates} chosen={value("targetId")} />
        ) : null}
        <Field name="effectiveOn" label={t("change.effectiveOn")} hint={t("change.effectiveHint")} required>
          <DateInput today={today} min={today} defaultValue={value("effectiveOn") ?? today} />
        </Field>
        <Field name="documentNo" label={t("change.documentNo")} optional>
          <TextInput defaultValue={value("documentNo")} maxLength={60} width="medium" autoComplete="off" />
        </Field>
        <div>
          <SubmitButton pending={t("change.rehearsing")}>{t("change.rehearse")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

const NAMED: Partial<Record<ChangeKind, "name" | "newName" | "splitName">> = {
  open: "name",
  rename: "newName",
  split: "splitName",
};

function Target({ kind, candidates, chosen }: { kind: ChangeKind; candidates: Candidates; chosen?: string }) {
  const t = useTranslations("divisions");
  if (candidates.options.length === 0) return <Notice tone="watch">{t("change.noTarget")}</Notice>;
  return (
    <Field
      name="targetId"
      label={kind === "close" ? t("change.successor") : t("change.target")}
      hint={kind === "close" ? t("change.successorHint") : undefined}
      required
    >
      <Select
        empty=""
        width="medium"
        defaultValue={chosen}
        options={candidates.options.map((option) => ({
          value: String(option.id),
          label: option.parentName ? `${option.parentName} ▸ ${option.name}` : option.name,
        }))}
      />
    </Field>
  );
}

/** A long list is chosen from county by county; a form of its own, since it only changes what can be chosen. */
function AreaForm({ kind, id, candidates }: { kind: ChangeKind; id: number; candidates: Candidates }) {
  const t = useTranslations("divisions");
  return (
    <form action={`/divisions/${id}/change`} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="kind" value={kind} />
      <label className="block">
        <span className="block font-semibold">{t("change.area")}</span>
        <select
          name="area"
          defaultValue={candidates.area ?? undefined}
          className="min-h-control rounded-control border border-control bg-card px-3 text-body text-ink"
        >
          {candidates.areas?.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t("change.areaGo")}</Button>
    </form>
  );
}
