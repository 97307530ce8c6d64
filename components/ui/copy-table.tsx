"use client";

/** Puts the table below it on the clipboard as WPS and Excel take it: what is seen on this page, nothing more. At a desk only. */

import { type MouseEvent, useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { asHtml, asLines, textsOf } from "#components/ui/table-texts.ts";
import { showToast } from "#components/ui/toast.tsx";
import { fill, useWords } from "#components/ui/words.tsx";

/** `describedBy`: the caption, since a page may have several tables. */
export function CopyTable({ describedBy }: { describedBy: string }) {
  // Without scripts there is nothing to press; its room is kept, so that nothing moves when it comes.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div className="hidden min-h-8 items-center justify-end px-2 desk:flex print:hidden">
      {ready ? <CopyButton describedBy={describedBy} /> : null}
    </div>
  );
}

function CopyButton({ describedBy }: { describedBy: string }) {
  const words = useWords();
  const copy = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const table = currentTarget.closest("[data-copies]")?.querySelector("table");
    if (!table) return;
    const { rows, count } = textsOf(table);
    const done = putByEvent(rows) || (await putByPermission(rows));
    showToast({ message: done ? fill(words.copyDone, { count }) : words.copyFailed, failed: !done });
  };
  return (
    <button
      type="button"
      onClick={copy}
      aria-describedby={describedBy}
      className={buttonClass({ kind: "quiet", size: "small" })}
    >
      {words.copyTable}
    </button>
  );
}

/** By the event of copying: works without TLS as well, as on an intranet, and leaves the cells' formats alone. */
function putByEvent(rows: string[][]): boolean {
  let put = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", asLines(rows));
    event.clipboardData.setData("text/html", asHtml(rows));
    put = true;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  try {
    return document.execCommand("copy") && put;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", onCopy, { capture: true });
  }
}

/** Where the browser no longer knows that command. */
async function putByPermission(rows: string[][]): Promise<boolean> {
  const piece = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  try {
    const both = { ...piece("text/plain", asLines(rows)), ...piece("text/html", asHtml(rows)) };
    await navigator.clipboard.write([new ClipboardItem(both)]);
    return true;
  } catch {
    return false;
  }
}
