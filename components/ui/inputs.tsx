"use client";

/** The bare inputs that stand inside a Field and take their name and wires from it. */

import type { ComponentProps, ReactNode } from "react";
import { useTyped, useWires } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";

const widths = { short: "max-w-32", medium: "max-w-64", full: "" } as const;

type Wired = "id" | "name" | "className" | "width";
type TextProps = Omit<ComponentProps<"input">, Wired> & { unit?: ReactNode; width?: keyof typeof widths };

export function TextInput({ unit, width = "full", defaultValue, ...rest }: TextProps) {
  const wires = useWires();
  const typed = useTyped(wires.name);
  const input = (
    <input type="text" {...rest} {...wires} defaultValue={typed ?? defaultValue} className={inputClass} />
  );
  if (!unit) return <div className={widths[width]}>{input}</div>;
  return (
    <div className={`flex items-center gap-2 ${widths[width]}`}>
      {input}
      <span className="shrink-0 text-ink-2">{unit}</span>
    </div>
  );
}

export type Option = { value: string; label: string; group?: string };
type SelectProps = Omit<ComponentProps<"select">, Wired | "children"> & {
  options: readonly Option[];
  /** The line that stands for "none chosen"; without it the first option is chosen. */
  empty?: string;
  width?: keyof typeof widths;
};

export function Select({ options, empty, width = "full", defaultValue, ...rest }: SelectProps) {
  const wires = useWires();
  const typed = useTyped(wires.name);
  return (
    <div className={widths[width]}>
      <select {...rest} {...wires} defaultValue={typed ?? defaultValue} className={inputClass}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {inGroups(options).map(({ group, members }) =>
          group === undefined ? (
            members.map(lineOf)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(lineOf)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

const lineOf = (option: Option) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
);

/** Neighbors of the same group stand under its name. */
function inGroups(options: readonly Option[]): { group: string | undefined; members: Option[] }[] {
  const groups: { group: string | undefined; members: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}

type AreaProps = Omit<ComponentProps<"textarea">, Wired>;

export function Textarea({ rows = 3, defaultValue, ...rest }: AreaProps) {
  const wires = useWires();
  const typed = useTyped(wires.name);
  return (
    <textarea
      rows={rows}
      {...rest}
      {...wires}
      defaultValue={typed ?? defaultValue}
      className={`${inputClass} block py-2`}
    />
  );
}

type FileProps = Pick<ComponentProps<"input">, "accept" | "multiple" | "capture">;

export function FileInput(props: FileProps) {
  const wires = useWires();
  return (
    <input
      type="file"
      {...props}
      {...wires}
      className="block w-full rounded-card border border-control border-dashed bg-card p-3 text-body file:mr-3 file:min-h-control file:rounded-control file:border file:border-control file:bg-sunk file:px-4 file:font-semibold file:text-ink"
    />
  );
}
