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
  const before = useRef<Element | null>(null);
  const searching = useRef(false);
  const close = () => {
    setOpen(null);
    searching.current = false;
    if (before.current === document.body) searchField()?.blur();
    else if (before.current instanceof HTMLElement) before.current.focus();
  };
  const address = `${usePathname()}?${useSearchParams()}`;
  const seen = useRef(address);

  useEffect(() => {
    // What is typed until the palette stands there goes into the field of the bar, and from there into the palette.
    const palette = () => {
      if (searching.current) return;
      searching.current = true;
      before.current = document.activeElement;
      searchField()?.focus();
      setOpen("palette");
    };
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
    const type = (event: Event) => {
      if (event.target === searchField() && !(event instanceof InputEvent && event.isComposing)) palette();
    };
    document.addEventListener("keydown", listen);
    document.addEventListener("click", click);
    document.addEventListener("input", type);
    document.addEventListener("compositionend", type);
    // It was asked for, or typed into, before we came (early-keys.tsx).
    const field: (HTMLInputElement & { asked?: boolean }) | null = searchField();
    if (field?.value || field?.asked) palette();
    if (field) field.asked = false;
    const ends = [onSingleKey("/", palette), onSingleKey("?", () => setOpen("sheet")), closePanels()];
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("click", click);
      document.removeEventListener("input", type);
      document.removeEventListener("compositionend", type);
      for (const end of ends) end();
    };
  }, []);

  // A new address closes what hung over the old one.
  useEffect(() => {
    if (seen.current === address) return;
    seen.current = address;
    setOpen(null);
    searching.current = false;
    for (const panel of openPanels()) panel.open = false;
  }, [address]);

  if (open === "palette")
    return (
      <CommandPalette
        words={words.search}
        close={close}
        closeLabel={words.shortcuts.close}
        field={searchField()}
      />
    );
  if (open === "sheet") return <ShortcutSheet words={words.shortcuts} close={close} />;
  return null;
}

/** The field of the bar, where the window is wide enough to show it. */
function searchField(): HTMLInputElement | null {
  const field = document.getElementById("search-field");
  return field instanceof HTMLInputElement && field.offsetParent ? field : null;
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
