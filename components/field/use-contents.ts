"use client";

/** What stands in the things that wait, by their numbers; what cannot be read is left out. */

import { useEffect, useState } from "react";
import { type Content, contentOf, type Item } from "./outbox.ts";

export function useContents(items: readonly Item[]): ReadonlyMap<string, Content> {
  const [contents, setContents] = useState<ReadonlyMap<string, Content>>(NONE);
  useEffect(() => {
    const read = items.map(async (item) => {
      const content = await contentOf(item).catch(() => null);
      return content ? [[item.id, content] as const] : [];
    });
    void Promise.all(read).then((known) => setContents(new Map(known.flat())));
  }, [items]);
  return contents;
}

const NONE: ReadonlyMap<string, Content> = new Map();
