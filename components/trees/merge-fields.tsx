/** Which others come in when several nodes of a tree are merged, and the name that the whole takes. */

import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = {
  options: readonly { id: number; name: string }[];
  filled: URLSearchParams;
  longest: number;
  words: { sources: string; none: string; name: string; nameHint: string };
};

/** Ticks as an address carries them. */
export const ticked = (filled: URLSearchParams, name: string): string[] =>
  (filled.get(name) ?? "").split(",").filter(Boolean);

export function MergeFields({ options, filled, longest, words }: Props) {
  if (options.length === 0) return <Notice tone="watch">{words.none}</Notice>;
  return (
    <>
      <ChipGroup
        kind="checkbox"
        name="sources"
        label={words.sources}
        required
        defaultValue={ticked(filled, "sources")}
        options={options.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Field name="name" label={words.name} hint={words.nameHint} optional>
        <TextInput
          defaultValue={filled.get("name") ?? undefined}
          maxLength={longest}
          width="medium"
          autoComplete="off"
        />
      </Field>
    </>
  );
}
