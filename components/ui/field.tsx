"use client";

/** One question of a form: label, hint, what is wrong, and the wires that tie them to the input inside. */

import { createContext, type ReactNode, useContext } from "react";
import { useForm } from "#components/ui/form.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { useWords } from "#components/ui/words.tsx";

export type Wires = {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

const WiresContext = createContext<Wires | null>(null);

export function useWires(): Wires {
  const wires = useContext(WiresContext);
  if (!wires) throw new Error("An input stands outside of a Field");
  return wires;
}

/** What was typed, as an action without scripts hands it back. */
export function useTyped(name: string): string | undefined {
  return useForm().problem?.values?.[name];
}

/** All that was ticked or chosen under "name[]"; undefined while the form was not sent yet. */
export function useTypedList(name: string): string[] | undefined {
  const values = useForm().problem?.values;
  return values && (values[name]?.split(",") ?? []);
}

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  children: ReactNode;
};

export function Field({ name, label, hint, required, optional, hideLabel, children }: Props) {
  const { id: formId, problem } = useForm();
  const errors = problem?.fields?.[name] ?? [];
  const id = `${formId}-${name}`;
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  const wires: Wires = {
    id,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-required": required || undefined,
  };
  return (
    <div data-field={name} data-label={label} className={fieldClass(errors.length > 0)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : labelClass}>
        {label}
        <Need required={required} optional={optional} />
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-ink-2">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <WiresContext value={wires}>
        <div className="mt-1">{children}</div>
      </WiresContext>
    </div>
  );
}

export const labelClass = "inline-flex items-baseline gap-2 font-semibold text-ink";

export const fieldClass = (wrong: boolean) => (wrong ? "border-behind-fill border-l-4 pl-3" : "");

export function Need({ required, optional }: { required?: boolean; optional?: boolean }) {
  const words = useWords();
  if (!required && !optional) return null;
  return (
    <span className="font-normal text-ink-3 text-note">{required ? words.required : words.optional}</span>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} className="font-semibold text-behind">
      {errors.map((message) => (
        <p key={message} className="flex items-center gap-1.5">
          <Shape state="behind" className="size-3" />
          {message}
        </p>
      ))}
    </div>
  );
}
