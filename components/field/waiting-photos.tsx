"use client";

/** Photos of a visit that are still on the phone: each as it was taken, with how far it is; one that cannot be opened keeps its place. */

import { useEffect, useState } from "react";
import { fill } from "#components/ui/words.tsx";
import { type Item, photoBytes } from "./outbox.ts";

type Props = { item: Item; words: Record<"photo" | "photoWaits" | "photoSent", string> };

export function WaitingPhotos({ item, words }: Props) {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let made: string[] = [];
    const read = item.photos.map(async (photo) => {
      const bytes = await photoBytes(item, photo).catch(() => null);
      return bytes ? ([photo.id, URL.createObjectURL(new Blob([bytes]))] as const) : null;
    });
    const all = Promise.all(read).then((found) => found.filter((one) => one !== null));
    void all.then((found) => {
      made = found.map(([, url]) => url);
      setPictures(new Map(found));
    });
    return () => void all.then(() => made.forEach(URL.revokeObjectURL));
  }, [item]);
  return (
    <ul className="flex flex-wrap gap-3">
      {item.photos.map(({ id, done }, at) => {
        const picture = pictures.get(id);
        return (
          <li key={id} className="grid w-28 gap-1">
            {picture ? (
              <img
                src={picture}
                alt={fill(words.photo, { n: at + 1 })}
                className="h-28 w-28 rounded-control border border-line object-cover"
              />
            ) : (
              <span className="h-28 w-28 rounded-control border border-line bg-sunk" />
            )}
            <span className="text-note text-ink-2">{done ? words.photoSent : words.photoWaits}</span>
          </li>
        );
      })}
    </ul>
  );
}
