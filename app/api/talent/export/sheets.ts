/** The three lists of talent as sheets: the columns of the screens, all rows of the list. */
import { getTranslations } from "next-intl/server";
import { teachingNames } from "#components/talent/names.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import type { SeenList } from "#lib/domains/exports/sheet-ids.ts";
import { dayOf } from "#lib/domains/talent/as-of.ts";
import { type DemandRow, demandRows } from "#lib/domains/talent/queries/list-demands.ts";
import { type SecondmentRow, secondmentRows, sinceOf } from "#lib/domains/talent/queries/list-secondments.ts";
import { type TalentRow, talentRows } from "#lib/domains/talent/queries/list-talents.ts";
import { stateOf } from "#lib/domains/talent/talent.ts";
import { teachingWords } from "#lib/domains/talent/words.ts";
import type { WrittenCell, WrittenColumn } from "#lib/platform/sheets/write.ts";
import { nothing } from "#lib/platform/sql.ts";
import type { Stream } from "#lib/platform/streaming.ts";
import { demandsAsked, secondmentsAsked, talentAsked } from "../../../(work)/talent/asked.ts";

export type TalentList = Exclude<SeenList, "households" | "needs" | "compare">;
export type ListSheet = { title: string; columns: WrittenColumn[]; rows: AsyncGenerator<WrittenCell[]> };

type T = Awaited<ReturnType<typeof getTranslations<"talent">>>;
type Field = Parameters<T>[0] extends infer Key ? Extract<Key, `field.${string}`> : never;
type Column<Row> = [Field, (row: Row) => WrittenCell, WrittenColumn["kind"]?];

function sheetOf<Row>(t: T, title: string, columns: Column<Row>[], found: AsyncGenerator<Row>): ListSheet {
  async function* rows() {
    for await (const row of found) yield columns.map(([, cell]) => cell(row));
  }
  return {
    title,
    columns: columns.map(([field, , kind]) => ({ label: t(field), kind, width: 16 })),
    rows: rows(),
  };
}

export async function listSheet(
  stream: Stream,
  list: TalentList,
  params: URLSearchParams,
): Promise<ListSheet> {
  const t = await getTranslations("talent");
  const place = await listPlace(stream, params.get("u") ?? undefined);
  if (list === "talent") {
    const filter = talentAsked(params, stream.today);
    const day = dayOf(filter.on, stream.today);
    return sheetOf(
      t,
      t("talent.title"),
      TALENT(t),
      stream.rows<TalentRow>(talentRows(place, filter, day, nothing)),
    );
  }
  if (list === "talentDemands") {
    const filter = demandsAsked(params, stream.today);
    const day = dayOf(filter.on, stream.today);
    return sheetOf(
      t,
      t("demands.title"),
      DEMANDS(t),
      stream.rows<DemandRow>(demandRows(place, filter, day, nothing)),
    );
  }
  const filter = secondmentsAsked(params, stream.today);
  const day = dayOf(filter.on, stream.today);
  const names = await teachingNames(await teachingWords(stream.sql));
  const found = secondmentRows(place, filter, { day, since: sinceOf(day) }, nothing);
  const columns: Column<SecondmentRow>[] = [
    ["field.name", (row) => row.name],
    ["field.fromUnit", (row) => row.fromUnit],
    ["field.place", (row) => row.place],
    ["field.school", (row) => row.school],
    ["field.schoolPlace", (row) => row.schoolPlace],
    ["field.subject", (row) => names.subject(row.subject)],
    ["field.state", (row) => t(`state.${stateOf(row, day)}`)],
    ["field.plannedFrom", (row) => row.fromOn, "date"],
    ["field.plannedTo", (row) => row.toOn, "date"],
    ["field.startedOn", (row) => row.startedOn, "date"],
    ["field.endedOn", (row) => row.endedOn, "date"],
    [
      "field.onPost",
      (row) => (row.onPost === null ? null : row.onPost ? t("check.ON") : names.absence(row.why ?? "")),
    ],
    ["field.checkedOn", (row) => row.checkedOn, "date"],
  ];
  return sheetOf(t, t("secondments.title"), columns, stream.rows<SecondmentRow>(found));
}

const TALENT = (t: T): Column<TalentRow>[] => [
  ["field.name", (row) => row.name],
  ["field.unitName", (row) => row.unitName],
  ["field.post", (row) => row.post],
  ["field.place", (row) => row.place],
  ["field.stream", (row) => t(`stream.${row.stream}`)],
  ["field.channel", (row) => t(`channel.${row.channel}`)],
  ["field.kind", (row) => t(`kind.${row.kind}`)],
  ["field.program", (row) => row.program],
  ["field.fromOn", (row) => row.fromOn, "date"],
  ["field.toOn", (row) => row.toOn, "date"],
];
const DEMANDS = (t: T): Column<DemandRow>[] => [
  ["field.post", (row) => row.post],
  ["field.employer", (row) => row.unitName],
  ["field.place", (row) => row.place],
  ["field.kind", (row) => t(`kind.${row.kind}`)],
  ["field.wanted", (row) => row.wanted, "number"],
  ["field.filled", (row) => row.filled, "number"],
  ["field.listedOn", (row) => row.fromOn, "date"],
  ["field.closedOn", (row) => row.toOn, "date"],
];
