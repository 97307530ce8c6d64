"use client";

/** Puts the table of the page on the clipboard as WPS and Excel take it: cells as text, and nothing that could become a formula. */

import { useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { showToast } from "#components/ui/toast.tsx";

type Props = {
  /** Of the table. */
  caption: string;
  /** `done` has {count} in it. */
  words: { label: string; done: string; failed: string };
};

export function CopyTable({ caption, words }: Props) {
  // Without scripts there is nothing to press.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  const copy = () => {
    const table = [...document.querySelectorAll("table")].find((one) => one.caption?.textContent === caption);
    const rows = table ? [...table.rows].map(textsOf) : [];
    const done = rows.length > 0 && put(rows);
    showToast({ message: done ? words.done.replace("{count}", String(rows.length - 1)) : words.failed });
  };
  return (
    <span className="hidden desk:inline">
      <button type="button" onClick={copy} className={buttonClass({})}>
        {words.label}
      </button>
    </span>
  );
}

/** What the eye reads in a row: no boxes, no buttons, no words for screen readers alone. */
function textsOf(row: HTMLTableRowElement): string[] {
  return [...row.cells].flatMap((cell) => {
    if (cell.querySelector("input")) return [];
    const seen = cell.cloneNode(true) as HTMLElement;
    for (const one of seen.querySelectorAll("button, svg, .sr-only, [data-peek]")) one.remove();
    const text = (seen.textContent ?? "").replace(/\s+/g, " ").trim();
    return cell.tagName === "TH" && text === "" ? [] : [text];
  });
}

const risky = (text: string) => /^[=+\-@＝\t\r]/.test(text) && !/^-?\d[\d,.]*%?$/.test(text);
const plain = (text: string) => (risky(text) ? `'${text}` : text);
const html = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] ?? "");

/** By the event of copying, which also works where the page is served without TLS. */
function put(rows: string[][]): boolean {
  let put = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", rows.map((row) => row.map(plain).join("\t")).join("\r\n"));
    const cells = (row: string[]) =>
      row.map((text) => `<td style="mso-number-format:'\\@'">${html(plain(text))}</td>`).join("");
    event.clipboardData?.setData(
      "text/html",
      `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`,
    );
    put = true;
  };
  document.addEventListener("copy", onCopy, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return put;
}
