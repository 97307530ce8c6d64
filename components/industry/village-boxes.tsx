"use client";

/** The villages that an entity covers: boxes by township, those with a tick unfolded; real check boxes, so they work before scripts. */

import { FieldErrors, fieldClass, labelClass, Need, useTyped } from "#components/ui/field.tsx";
import { useForm } from "#components/ui/form.tsx";
import { DownIcon } from "#components/ui/icons.tsx";

export type VillageGroup = { township: string; chosen: string; villages: { id: number; name: string }[] };

type Props = {
  label: string;
  hint: string;
  groups: readonly VillageGroup[];
  ticked: readonly number[];
  /** The township to unfold when nothing is ticked. */
  open: string | null;
};

export function VillageBoxes({ label, hint, groups, ticked, open }: Props) {
  const { id: formId, problem } = useForm();
  const typed = useTyped("villages[]");
  const errors = problem?.fields?.villages ?? [];
  const chosen = typed === undefined ? ticked.map(String) : typed.split(",");
  const id = `${formId}-villages`;
  return (
    <fieldset
      data-field="villages"
      data-label={label}
      aria-describedby={`${id}-hint`}
      className={fieldClass(errors.length > 0)}
    >
      <legend className={labelClass}>
        {label}
        <Need required />
      </legend>
      <p id={`${id}-hint`} className="text-note text-ink-2">
        {hint}
      </p>
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className="mt-1 divide-y divide-line rounded-card border border-line bg-card">
        {groups.map(({ township, chosen: count, villages }) => (
          // A reader may have opened it before scripts arrive: it stays as it is.
          <details
            key={township}
            suppressHydrationWarning
            className="group"
            open={township === open || villages.some((village) => chosen.includes(String(village.id)))}
          >
            <summary className="flex min-h-control cursor-pointer items-center gap-1.5 px-3">
              <DownIcon className="size-4 -rotate-90 group-open:rotate-0" />
              {township}
              {count ? <span className="text-ink-2 text-note">{count}</span> : null}
            </summary>
            <div className="grid gap-x-4 px-3 pb-2 pad:grid-cols-2 wide:grid-cols-3">
              {villages.map((village, at) => (
                <label key={village.id} className="flex min-h-touch items-center gap-2 desk:min-h-8">
                  <input
                    type="checkbox"
                    id={at === 0 && township === groups[0]?.township ? id : undefined}
                    name="villages[]"
                    value={village.id}
                    defaultChecked={chosen.includes(String(village.id))}
                    className="size-5"
                  />
                  {village.name}
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}
