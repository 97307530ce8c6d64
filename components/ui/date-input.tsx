"use client";

/** A date by typing (2026-11-23, 1123, 今天) or by picking; the server reads the same spellings. */

import { useRef } from "react";
import { useTyped, useWires } from "#components/ui/field.tsx";
import { CalendarIcon } from "#components/ui/icons.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { useWords } from "#components/ui/words.tsx";
import { isDay, readDay } from "#lib/base/calendar.ts";

type Props = { today: string; defaultValue?: string; min?: string; max?: string };

export function DateInput({ today, defaultValue, min, max }: Props) {
  const words = useWords();
  const wires = useWires();
  const typed = useTyped(wires.name);
  const text = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  const tidy = () => {
    const day = text.current && readDay(text.current.value, today);
    if (day && text.current) text.current.value = day;
  };

  const open = () => {
    if (!picker.current || !text.current) return;
    const day = readDay(text.current.value, today);
    picker.current.value = day ?? today;
    picker.current.showPicker();
  };

  return (
    <div className="relative flex max-w-64">
      <input
        ref={text}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...wires}
        defaultValue={typed ?? defaultValue}
        onBlur={tidy}
        className={`${inputClass} tabular pr-12`}
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        min={min}
        max={max}
        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
        onChange={(event) => {
          if (text.current && isDay(event.target.value)) text.current.value = event.target.value;
        }}
      />
      <button
        type="button"
        aria-label={words.pickDay}
        className="absolute inset-y-0 right-0 inline-flex w-11 items-center justify-center text-ink-2 hover:text-ink"
        onClick={open}
      >
        <CalendarIcon className="size-5" />
      </button>
    </div>
  );
}
