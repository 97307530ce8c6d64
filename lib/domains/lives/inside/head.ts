/** Whose name a file bears: the lists, the open year and the search follow the head. */
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { keepSearchEntry } from "#lib/domains/people/search-entry.ts";
import type { Resident } from "../life.ts";
import type { Deed, Home } from "./deed.ts";

export async function headIs(
  { work, year }: Pick<Deed, "work" | "year">,
  home: Pick<Home, "id" | "divisionId" | "householdNo" | "headName">,
  head: Pick<Resident, "personId" | "name">,
): Promise<void> {
  await work.tx.household.update({
    where: { id: home.id },
    data: { headName: head.name, headPersonId: head.personId, ...pinyinKeys(head.name) },
  });
  await work.tx.householdYear.updateMany({
    where: { householdId: home.id, year },
    data: { headName: head.name },
  });
  await keepSearchEntry(work, {
    kind: "household",
    subjectId: home.id,
    divisionId: home.divisionId,
    householdId: home.id,
    title: head.name,
    detail: home.householdNo,
  });
  if (home.headName !== head.name)
    work.note({
      entity: "household",
      entityId: home.id,
      householdId: home.id,
      divisionId: home.divisionId,
      field: "headName",
      old: home.headName,
      new: head.name,
    });
}
