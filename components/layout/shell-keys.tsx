"use client";

/** The keys of the whole house: Ctrl K and "/" open search, "?" the list of keys; panels close as people expect. */

import dynamic from "next/dynamic";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { onSingleKey } from "#components/layout/single-key.ts";
import type { Messages } from "#lib/i18n/rooms.ts";

export type KeyWords = Pick<Messages["navigation"], "search" | "shortcuts">;

// Both arrive when first asked for; until then they cost nothing.
const CommandPalette = dynamic(() => import("#components/layout/command-palette.tsx"), { ssr: false });
const ShortcutSheet = dynamic(() => import("#components/layout/shortcut-sheet.tsx"), { ssr: false });

type Open = "palette" | "sheet" | null;

export function ShellKeys({ words }: { words: KeyWords }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const address = `${usePathname()}?${useSearchParams()}`;
  const seen = useRef(address);

  useEffect(() => {
    const palette = () => setOpen("palette");
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      palette();
    };
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
      if (!event.target.closest("[data-opens=palette]")) return;
      event.preventDefault();
      palette();
    };
    document.addEventListener("keydown", listen);
    document.addEventListener("click", click);
    const ends = [onSingleKey("/", palette), onSingleKey("?", () => setOpen("sheet")), closePanels()];
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("click", click);
      for (const end of ends) end();
    };
  }, []);

  // A new address closes what hung over the old one.
  useEffect(() => {
    if (seen.current === address) return;
    seen.current = address;
    setOpen(null);
    for (const panel of openPanels()) panel.open = false;
  }, [address]);

  if (open === "palette")
    return <CommandPalette words={words.search} close={close} closeLabel={words.shortcuts.close} />;
  if (open === "sheet") return <ShortcutSheet words={words.shortcuts} close={close} />;
  return null;
}

const openPanels = () => document.querySelectorAll<HTMLDetailsElement>("details[data-popover][open]");

/** A panel closes by a click beside it and by Escape, which gives the focus back. */
function closePanels(): () => void {
  const beside = (event: PointerEvent) => {
    for (const panel of openPanels()) {
      if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
    }
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    for (const panel of openPanels()) {
      panel.open = false;
      panel.querySelector("summary")?.focus();
    }
  };
  document.addEventListener("pointerdown", beside);
  document.addEventListener("keydown", leave);
  return () => {
    document.removeEventListener("pointerdown", beside);
    document.removeEventListener("keydown", leave);
  };
}
