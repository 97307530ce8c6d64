"use client";

/** After a reminder: who has no account and must be called instead. */

import { useForm } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";

export function ByPhone({ word, between }: { word: string; between: string }) {
  const told = useForm().value as { byPhone?: string[] } | undefined;
  if (!told?.byPhone?.length) return null;
  return <Light state="watch" word={`${word}${told.byPhone.join(between)}`} />;
}
