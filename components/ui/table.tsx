/** Real tables: caption, scopes, sticky header, numbers to the right, and rows that become cards on a phone. */

import { getTranslations } from "next-intl/server";
import { type ReactNode, useId } from "react";
import { CopyTable } from "#components/ui/copy-table.tsx";
import Link from "#components/ui/link.tsx";
import { sortLink, sortOf } from "#lib/base/url-state.ts";

type TableProps = {
  caption: ReactNode;
  showCaption?: boolean;
  /** On a phone each row becomes a card; cells then show their label. */
  stacked?: boolean;
  /** Wider than a desk: scrolls sideways inside its own frame. */
  scrolls?: boolean;
  /** Can be copied as a table into WPS; lists can, unless they are a form. */
  copies?: boolean;
  children: ReactNode;
};

/** A scroller must be reachable by keyboard, also when no link is inside. */
const reachable = (labelledBy: string) => ({ role: "group", tabIndex: 0, "aria-labelledby": labelledBy });

export function Table({
  caption,
  showCaption,
  stacked,
  scrolls,
  copies = stacked || scrolls,
  children,
}: TableProps) {
  const captionId = useId();
  const table = (
    <div
      {...reachable(captionId)}
      className={`relative overflow-x-auto -outline-offset-2 print:overflow-visible ${scrolls ? "desk:[&_:is(thead,tfoot)]:static" : "desk:overflow-visible"} ${stacked ? "stacked" : ""}`}
    >
      <table className="w-full border-collapse text-body compact:text-note">
        <caption
          id={captionId}
          className={showCaption ? "px-3 pb-2 text-left font-semibold text-h3" : "sr-only"}
        >
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
  if (!copies) return table;
  return (
    <div data-copies="" className="min-w-0">
      <CopyTable describedBy={captionId} />
      {table}
    </div>
  );
}

export function Head({ children }: { children: ReactNode }) {
  return (
    <thead className="top-bar z-10 desk:sticky">
      <tr className="bg-card">{children}</tr>
    </thead>
  );
}

export function Body({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function Foot({ children }: { children: ReactNode }) {
  return (
    <tfoot className="bottom-0 z-10 font-semibold desk:sticky">
      <tr className="h-row bg-sunk">{children}</tr>
    </tfoot>
  );
}

type RowProps = { children: ReactNode; selected?: boolean; changed?: boolean };

export function Row({ children, selected, changed }: RowProps) {
  const mark = selected ? "bg-link-tint shadow-[inset_3px_0_0_var(--color-link)]" : "bg-card hover:bg-hover";
  return (
    <tr aria-selected={selected || undefined} className={`h-row ${mark} ${changed ? "just-changed" : ""}`}>
      {children}
    </tr>
  );
}

type ColumnProps = {
  children: ReactNode;
  numeric?: boolean;
  width?: "narrow" | "date" | "wide";
  pin?: boolean;
  /** One of many columns of single signs, as the days of a month. */
  tight?: boolean;
  sort?: { path: string; params: URLSearchParams; field: string };
  center?: boolean;
};

const widths = {
  narrow: "w-px whitespace-nowrap",
  date: "w-28 whitespace-nowrap",
  wide: "min-w-48",
} as const;

export async function Column({ children, numeric, width, pin, tight, sort, center }: ColumnProps) {
  const now = sort ? sortOf(sort.params, [sort.field]) : null;
  const state = now ? (now.down ? "descending" : "ascending") : undefined;
  return (
    <th
      scope="col"
      aria-sort={state}
      className={`h-9 border-line border-b ${padding(tight)} font-semibold text-ink-2 ${align(numeric, center)} ${width ? widths[width] : ""} ${pin ? pinned : ""}`}
    >
      {sort ? (
        <Link
          href={sortLink(sort.path, sort.params, sort.field)}
          scroll={false}
          className="inline-flex min-h-6 items-center gap-1 text-inherit"
        >
          {children}
          <SortMark state={state} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

function SortMark({ state }: { state?: "ascending" | "descending" }) {
  const on = "fill-ink";
  const off = "fill-control opacity-60";
  return (
    <svg viewBox="0 0 8 12" aria-hidden="true" className="h-3 w-2 print:hidden">
      <path d="M4 0 8 5H0Z" className={state === "ascending" ? on : off} />
      <path d="M4 12 0 7h8Z" className={state === "descending" ? on : off} />
    </svg>
  );
}

type CellProps = {
  children: ReactNode;
  numeric?: boolean;
  center?: boolean;
  /** Names the row: a th with scope. On a phone it is the title of the card. */
  head?: boolean;
  /** The column's name, shown before the value when rows are cards; at the head of a row where it is a bare number. */
  label?: string;
  pin?: boolean;
  tight?: boolean;
  nowrap?: boolean;
  hideStacked?: boolean;
  span?: number;
};

export function Cell({
  children,
  numeric,
  center,
  head,
  label,
  pin,
  tight,
  nowrap,
  hideStacked,
  span,
}: CellProps) {
  const className = `${padding(tight)} py-1 ${align(numeric, center)} ${nowrap ? "whitespace-nowrap" : ""} ${pin ? pinned : ""} ${hideStacked ? "hide-stacked" : ""}`;
  if (head) {
    return (
      <th scope="row" data-label={label} colSpan={span} className={`${className} font-normal`}>
        {children}
      </th>
    );
  }
  return (
    <td data-label={label} colSpan={span} className={className}>
      {children}
    </td>
  );
}

const pinned = "sticky left-0 z-[1] bg-inherit";

const padding = (tight?: boolean) => (tight ? "px-0.5" : "px-3");

function align(numeric?: boolean, center?: boolean): string {
  if (center) return "text-center";
  return numeric ? "text-right tabular whitespace-nowrap" : "text-left";
}

/** What an empty cell means is told apart: not filled in, not applicable, not due, not for you. */
export async function EmptyMark({
  why = "unset",
}: {
  why?: "unset" | "notApplicable" | "notDue" | "noPermission";
}) {
  const t = await getTranslations("common");
  return (
    <span className="text-ink-3" title={t(`empty.${why}`)}>
      <span aria-hidden="true">{t("none")}</span>
      <span className="sr-only">{t(`empty.${why}`)}</span>
    </span>
  );
}
