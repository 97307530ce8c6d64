"use client";

/** A GET form whose address stays readable: no empty parameters, lists joined by commas, no full reload. */

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useTransition } from "react";
import { useOnTheWay } from "#components/ui/on-the-way.ts";

type Props = {
  path: string;
  children: ReactNode;
  className?: string;
  label?: string;
  /** The address as it stands. */
  stamp?: string;
};

export function TidyForm({ path, children, className, label, stamp }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, begin] = useTransition();
  useOnTheWay(pending, path);

  // When a link changes the address, the fields must say what it says now; what was chosen before the scripts arrived stays.
  const said = useRef(stamp);
  useEffect(() => {
    if (said.current === stamp) return;
    said.current = stamp;
    form.current?.reset();
  }, [stamp]);

  const go = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const params = new URLSearchParams();
    for (const name of new Set(typed.keys())) {
      const value = typed.getAll(name).map(String).filter(Boolean).join(",");
      if (value) params.set(name, value);
    }
    const text = params.toString().replaceAll("%2C", ",");
    begin(() => router.push(text ? `${path}?${text}` : path, { scroll: false }));
  };
  return (
    <form ref={form} action={path} method="get" onSubmit={go} className={className} aria-label={label}>
      {children}
    </form>
  );
}
