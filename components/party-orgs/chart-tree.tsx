"use client";

/**
 * The Party line as a tree for the keyboard: one stop for Tab, arrows to walk and unfold, Home and End, letters to find, F2, M and N
 * for the deeds. Each key does what a link of the row does, so everything works before scripts arrive as well.
 */

import { useRouter } from "next/navigation";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ChevronIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import { stepOf, type TypedAhead } from "./chart-keys.ts";

export type ChartLine = {
  id: number;
  depth: number;
  name: string;
  initials: string;
  note: string;
  mark: string | null;
  selectHref: string;
  /** Left out where nothing lies below. */
  toggle: { href: string; open: boolean; label: string } | null;
};

type Props = {
  label: string;
  lines: readonly ChartLine[];
  selected: number | null;
  /** A form stands in the panel: when it goes, the focus comes back. */
  busy: boolean;
  mayEdit: boolean;
};

const INDENT = ["pl-0", "pl-4", "pl-8", "pl-12", "pl-16", "pl-20"];

export function ChartTree({ label, lines, selected, busy, mayEdit }: Props) {
  const router = useRouter();
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef<TypedAhead>({ text: "", at: 0 });
  const [ready, setReady] = useState(false);
  const [stop, setStop] = useState<number | null>(selected);
  const wasBusy = useRef(busy);
  useEffect(() => setReady(true), []);
  // Where the panel stands above the tree (a phone), choosing shows the panel; unfolding stays where one is.
  const unfolding = useRef(false);
  useEffect(() => {
    if (selected === null) return;
    const panel = document.getElementById("chart-panel");
    const above =
      panel !== null &&
      tree.current !== null &&
      panel.offsetTop + panel.offsetHeight <= tree.current.offsetTop;
    if (above && !unfolding.current) panel.scrollIntoView({ block: "start" });
    else itemOf(tree.current, selected)?.scrollIntoView({ block: "nearest" });
    unfolding.current = false;
  }, [selected]);
  useEffect(() => {
    if (wasBusy.current && !busy && selected !== null) itemOf(tree.current, selected)?.focus();
    wasBusy.current = busy;
  }, [busy, selected]);
  const current = lines.some(({ id }) => id === stop) ? stop : (selected ?? lines[0]?.id ?? null);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = event.target instanceof Element ? event.target.closest("[role=treeitem]") : null;
    const at = lines.findIndex(({ id }) => `chart-${id}` === item?.id);
    const line = lines[at];
    if (!line) return;
    const step = stepOf(event.key, event.shiftKey, lines, at, typed.current, mayEdit);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if ("focus" in step) {
      const goal = lines[step.focus];
      if (goal) itemOf(tree.current, goal.id)?.focus();
    } else {
      unfolding.current = step.go === line.toggle?.href;
      router.push(step.go, { scroll: false });
    }
  };

  const rove = (event: FocusEvent) => {
    const item = event.target.closest("[role=treeitem]");
    if (item) setStop(Number(item.id.replace("chart-", "")));
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      onKeyDown={press}
      onFocus={rove}
      className="divide-y divide-line rounded-card border border-line bg-card"
    >
      {lines.map((line) => (
        <div
          key={`${line.id}-${line.depth}`}
          id={`chart-${line.id}`}
          role="treeitem"
          aria-level={line.depth + 1}
          aria-selected={line.id === selected}
          aria-expanded={line.toggle ? line.toggle.open : undefined}
          aria-label={[line.name, line.note, line.mark].filter(Boolean).join("，")}
          tabIndex={ready ? (line.id === current ? 0 : -1) : undefined}
          className="flex min-h-row flex-wrap items-center gap-x-3 px-2 py-1 -outline-offset-2 hover:bg-hover aria-selected:bg-link-tint"
        >
          <span
            className={`flex min-w-0 grow items-center ${INDENT[Math.min(line.depth, INDENT.length - 1)]}`}
          >
            {line.toggle ? (
              <Link
                href={line.toggle.href}
                scroll={false}
                aria-label={line.toggle.label}
                onClick={() => {
                  unfolding.current = true;
                }}
                tabIndex={ready ? -1 : undefined}
                className="inline-flex size-9 shrink-0 items-center justify-center text-ink-2 -outline-offset-2"
              >
                <ChevronIcon className={`size-4 ${line.toggle.open ? "rotate-90" : ""}`} />
              </Link>
            ) : (
              <span className="size-9 shrink-0" />
            )}
            <Link
              href={line.selectHref}
              scroll={false}
              onClick={() => {
                unfolding.current = false;
              }}
              tabIndex={ready ? -1 : undefined}
              className="inline-flex min-h-touch min-w-0 items-center desk:min-h-6"
            >
              {line.name}
            </Link>
          </span>
          <span className="flex handset:w-full flex-wrap items-baseline gap-x-3 handset:pl-9 text-ink-2 text-note">
            <span>{line.note}</span>
            {line.mark ? <span className="font-semibold text-watch">{line.mark}</span> : null}
          </span>
        </div>
      ))}
    </div>
  );
}

const itemOf = (tree: HTMLElement | null, id: number) =>
  tree?.querySelector<HTMLElement>(`#chart-${id}`) ?? null;
