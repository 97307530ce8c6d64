/** The household list: a table on a desk, cards with three key facts on a phone; with boxes to tick where helpers can be chosen. */
import { getLocale, getTranslations } from "next-intl/server";
import { PeekLink } from "#components/ui/drawer.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { hasEnded } from "#lib/domains/households/household.ts";
import type { HouseholdRow } from "#lib/domains/households/queries/list-households.ts";
import { HOUSEHOLDS_PATH } from "./active-filters.ts";
import { type HouseholdColumn, isNumeric, SORT_OF, textOf } from "./columns.ts";

type Props = {
  rows: HouseholdRow[];
  params: URLSearchParams;
  columns: readonly HouseholdColumn[];
  caption: string;
  tickable: boolean;
  /** Whoever may export the list may copy it. */
  copies: boolean;
  /** The row opened beside the list. */
  peek: string | null;
};

/** On a phone: who, where, who helps, when last visited. */
const ON_CARD: readonly HouseholdColumn[] = ["place", "helper", "lastVisit"];

export async function HouseholdTable({ rows, params, columns, caption, tickable, copies, peek }: Props) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  return (
    <Table caption={caption} stacked copies={copies}>
      <Head>
        {tickable ? (
          <Column width="narrow">
            <span className="sr-only">{t("tick.column")}</span>
          </Column>
        ) : null}
        {columns.map((column) => {
          const field = SORT_OF[column];
          return (
            <Column
              key={column}
              numeric={isNumeric(column)}
              sort={field ? { path: HOUSEHOLDS_PATH, params, field } : undefined}
            >
              {t(`column.${column}`)}
            </Column>
          );
        })}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id} selected={row.id === peek}>
            {tickable ? (
              <Cell hideStacked>
                {hasEnded(row.status) ? null : (
                  <label className="inline-flex size-6 items-center justify-center">
                    <input
                      type="checkbox"
                      name="household"
                      value={row.id}
                      className="size-4 accent-link"
                      aria-label={t("tick.one", { name: row.headName })}
                    />
                  </label>
                )}
              </Cell>
            ) : null}
            {columns.map((column) => {
              const text = textOf(row, column, locale);
              if (column === "head")
                return (
                  <Cell key={column} head nowrap>
                    <Link
                      href={`${HOUSEHOLDS_PATH}/${row.id}`}
                      className="inline-flex min-h-touch items-center whitespace-nowrap font-semibold desk:min-h-6"
                    >
                      {text}
                    </Link>
                    <PeekLink path={HOUSEHOLDS_PATH} params={params} id={row.id} name={row.headName} />
                  </Cell>
                );
              return (
                <Cell
                  key={column}
                  label={t(`column.${column}`)}
                  numeric={isNumeric(column)}
                  nowrap={column === "lastVisit" || column === "number"}
                  hideStacked={!ON_CARD.includes(column)}
                >
                  {text === null ? missing(column, t) : <Value row={row} column={column} text={text} />}
                </Cell>
              );
            })}
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function Value({ row, column, text }: { row: HouseholdRow; column: HouseholdColumn; text: string }) {
  if (column === "helper") return <Helper row={row} />;
  // Two characters stay together; English words may stand below each other.
  return column === "status" ? <span className="break-keep">{text}</span> : text;
}

function Helper({ row }: { row: HouseholdRow }) {
  return (
    <span>
      {row.helperName} <span className="text-ink-2 text-note desk:block">{row.helperUnit}</span>
    </span>
  );
}

/** Nobody helps, never visited: said in words, because it asks for a deed; everything else that is missing is a dash. */
function missing(column: HouseholdColumn, t: Awaited<ReturnType<typeof getTranslations<"households">>>) {
  if (column === "helper") return <span className="text-watch">{t("noHelper")}</span>;
  if (column === "lastVisit") return <span className="text-watch">{t("neverVisited")}</span>;
  return <EmptyMark />;
}
