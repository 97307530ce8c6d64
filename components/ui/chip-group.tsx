"use client";

/** Choices as chips for a thumb: real radio buttons or check boxes, so they work before scripts arrive. */

import { FieldErrors, fieldClass, labelClass, Need, useTyped } from "#components/ui/field.tsx";
import { useForm } from "#components/ui/form.tsx";
import { CheckIcon } from "#components/ui/icons.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";

export type Chip = { value: string; label: string; mark?: LightState };

type Props = {
  name: string;
  label: string;
  kind: "radio" | "checkbox";
  options: readonly Chip[];
  defaultValue?: string | readonly string[];
  big?: boolean;
  columns?: 2 | 3 | 4 | 5;
  hint?: string;
  required?: boolean;
  hideLabel?: boolean;
};

export function ChipGroup({
  name,
  label,
  kind,
  options,
  defaultValue,
  big,
  columns,
  hint,
  required,
  hideLabel,
}: Props) {
  const { id: formId, problem } = useForm();
  // Several answers under one name: the door reads "name[]" as a list, also when none is ticked.
  const sent = kind === "checkbox" ? `${name}[]` : name;
  const typed = useTyped(sent);
  const errors = problem?.fields?.[name] ?? [];
  const id = `${formId}-${name}`;
  const chosen = typed === undefined ? [defaultValue ?? []].flat() : typed.split(",");
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset
      data-field={name}
      data-label={label}
      aria-describedby={described || undefined}
      className={fieldClass(errors.length > 0)}
    >
      <legend className={hideLabel ? "sr-only" : `${labelClass} mb-1`}>
        {label}
        <Need required={required} />
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-note text-ink-2">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className={columns ? `grid gap-2 ${grids[columns]}` : "flex flex-wrap gap-2"}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className={`${chipClass} ${big ? "min-h-14 text-h3" : "min-h-touch"} ${tones[option.mark ?? "plain"]}`}
          >
            <input
              type={kind}
              id={index === 0 ? id : undefined}
              name={sent}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={errors.length > 0 || undefined}
              className="peer absolute inset-0 cursor-pointer appearance-none rounded-control outline-none"
            />
            {option.mark ? <Shape state={option.mark} /> : null}
            <span className="font-normal">{option.label}</span>
            <CheckIcon className="invisible absolute top-0.5 right-0.5 size-3.5 peer-checked:visible" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const chipClass =
  "relative inline-flex min-w-11 items-center justify-center gap-1.5 rounded-control border border-control bg-card px-3 text-center text-ink hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-link has-focus-visible:outline-offset-2 has-checked:ring-1";

const tones: Record<LightState | "plain", string> = {
  plain: "has-checked:border-link has-checked:bg-link-tint has-checked:ring-link",
  ok: "has-checked:border-ok-fill has-checked:bg-ok-tint has-checked:ring-ok-fill",
  watch: "has-checked:border-watch-fill has-checked:bg-watch-tint has-checked:ring-watch-fill",
  behind: "has-checked:border-behind-fill has-checked:bg-behind-tint has-checked:ring-behind-fill",
  none: "has-checked:border-link has-checked:bg-link-tint has-checked:ring-link",
  off: "has-checked:border-link has-checked:bg-link-tint has-checked:ring-link",
};

const grids = {
  2: "grid-cols-2",
  3: "grid-cols-3 care:grid-cols-1",
  4: "grid-cols-4 care:grid-cols-2",
  5: "grid-cols-5 care:grid-cols-2",
} as const;
