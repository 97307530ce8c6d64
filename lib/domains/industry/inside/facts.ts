/** The facts of an entity as a form sends them: checked together, and told to its history field by field. */
import type * as z from "zod";
import { inYuan, readFen } from "#lib/base/money.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { RegisterEntity } from "../input.ts";
import { industryWords, offeredOf, recorded } from "../words.ts";
import { dayTyped } from "./days.ts";
import type { Entity } from "./entity.ts";
import { checkPlaces } from "./villages.ts";

type Typed = z.output<typeof RegisterEntity>;
export type Facts = Pick<
  Entity,
  | "name"
  | "kind"
  | "divisionId"
  | "creditNo"
  | "registeredOn"
  | "capitalFen"
  | "operator"
  | "memberCount"
  | "partyMembers"
  | "fullMembers"
>;

export async function checkedFacts({ sql, today }: Work, typed: Typed, now: Entity | null): Promise<Facts> {
  const { kinds } = await industryWords(sql);
  if (!offeredOf(kinds, today, now?.kind).some(({ code }) => code === typed.kind))
    throw invalid({ kind: [{ key: "choose" }] });
  const capitalFen = typed.capital === null ? null : readFen(typed.capital);
  if (typed.capital !== null && (capitalFen === null || capitalFen < 0n || capitalFen > 10n ** 15n))
    throw invalid({ capital: [{ key: "industry.money" }] });
  if ((typed.fullMembers ?? 0) > (typed.partyMembers ?? Number.POSITIVE_INFINITY))
    throw rule("industry.fullMembers", undefined, "fullMembers");
  const registeredOn =
    typed.registeredOn === null ? null : dayTyped(typed.registeredOn, today, "registeredOn");
  await checkPlaces(sql, typed.divisionId, typed.villages);
  if (typed.creditNo !== null) {
    const [other] = await sql<{ name: string }>`
      select name from industry_entity where credit_no = ${typed.creditNo} and id is distinct from ${now?.id ?? null}::uuid`;
    if (other) throw rule("industry.creditTaken", { name: other.name }, "creditNo");
  }
  const [namesake] = await sql<{ place: string }>`
    select d.name as place from industry_entity e join division d on d.id = e.division_id
    where e.name = ${typed.name} and e.division_id = ${typed.divisionId} and e.closed_on is null and e.id is distinct from ${now?.id ?? null}::uuid`;
  if (namesake) throw rule("industry.nameTaken", { name: typed.name, place: namesake.place }, "name");
  const { name, kind, divisionId, creditNo, operator, memberCount, partyMembers, fullMembers } = typed;
  return {
    name,
    kind,
    divisionId,
    creditNo,
    registeredOn,
    capitalFen,
    operator,
    memberCount,
    partyMembers,
    fullMembers,
  };
}

export const asColumns = ({ registeredOn, ...facts }: Facts) => ({
  ...facts,
  registeredOn: registeredOn === null ? null : dayToColumn(registeredOn),
  ...pinyinKeys(facts.name),
});

const FIELDS = [
  "name",
  "creditNo",
  "registeredOn",
  "operator",
  "memberCount",
  "partyMembers",
  "fullMembers",
] as const;

export async function noteFacts(work: Work, id: string, before: Entity | null, after: Facts): Promise<void> {
  const about = { entity: "industryEntity", entityId: id, divisionId: after.divisionId };
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  for (const field of FIELDS)
    if (text(before?.[field]) !== text(after[field]))
      work.note({ ...about, field, old: text(before?.[field]), new: text(after[field]) });
  const { kinds } = await industryWords(work.sql);
  if (before?.kind !== after.kind)
    work.note({
      ...about,
      field: "kind",
      old: recorded(kinds, before?.kind ?? null),
      new: recorded(kinds, after.kind),
    });
  const yuan = (fen: bigint | null | undefined) => (fen === null || fen === undefined ? null : inYuan(fen));
  if (yuan(before?.capitalFen) !== yuan(after.capitalFen))
    work.note({ ...about, field: "capital", old: yuan(before?.capitalFen), new: yuan(after.capitalFen) });
  if (before && before.divisionId !== after.divisionId) {
    const [seat] = await work.sql<{ name: string }>`select name from division where id = ${after.divisionId}`;
    work.note({ ...about, field: "seat", old: before.place, new: seat?.name ?? null });
  }
}
