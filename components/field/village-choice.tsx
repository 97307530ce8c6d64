"use client";

/** Before the families: what a whole village asks for. */

import { buttonClass } from "#components/ui/button-class.ts";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";

export function VillageChoice({ villages }: { villages: readonly { id: number; name: string }[] }) {
  const { need } = useFieldWords();
  return (
    <div className="mb-4 grid max-w-xl gap-2 empty:hidden">
      {villages.map(({ id, name }) => (
        <a key={id} href={`/needs/new?village=${id}`} className={buttonClass({ size: "large", wide: true })}>
          {fill(need.ofVillage, { name })}
        </a>
      ))}
    </div>
  );
}
