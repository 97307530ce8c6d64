/** One of the lists of talent as it is seen: how many rows and the workbook of them, the table, its pages; or why it is empty and how to begin. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { SeenList } from "#lib/domains/exports/sheet-ids.ts";
import { PAGE_SIZE } from "#lib/domains/talent/talent.ts";

type Props = {
  list: Exclude<SeenList, "households" | "needs" | "compare">;
  path: string;
  params: URLSearchParams;
  found: { total: number; from: number; rows: readonly unknown[] };
  /** The names of the filters in the address. */
  filters: readonly string[];
  mayExport: boolean;
  sum: string;
  empty: { never: string; filtered: string };
  /** Where the first row is written down, for who may. */
  begin: { href: string; label: string } | null;
  children: ReactNode;
};

export async function TalentList({ list, path, params, found, filters, sum, empty, begin, ...more }: Props) {
  const t = await getTranslations("talent");
  const common = await getTranslations("common");
  const { total, from, rows } = found;
  if (rows.length === 0 && filters.some((name) => params.has(name)))
    return (
      <EmptyState
        kind="filtered"
        title={empty.filtered}
        action={
          <LinkButton
            href={withParams(path, params, Object.fromEntries(filters.map((name) => [name, null])))}
          >
            {common("filter.clear")}
          </LinkButton>
        }
      />
    );
  if (rows.length === 0)
    return (
      <EmptyState
        kind="never"
        title={empty.never}
        action={begin ? <LinkButton href={begin.href}>{begin.label}</LinkButton> : undefined}
      />
    );
  const at = (from - 1) / PAGE_SIZE + 1;
  const last = from + rows.length - 1;
  const pageHref = (to: number) => withParams(path, params, { page: String(to) }, true);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-ink-2">{sum}</p>
        {more.mayExport ? (
          <LinkButton size="small" href={withParams("/api/talent/export", params, { list })} download>
            {t("export")}
          </LinkButton>
        ) : null}
      </div>
      <Card flush>
        {more.children}
        <Pager
          total={total}
          shown={{ from, to: last }}
          previousHref={at > 1 ? pageHref(at - 1) : null}
          nextHref={last < total ? pageHref(at + 1) : null}
        />
      </Card>
    </>
  );
}
