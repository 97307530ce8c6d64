/** villages.saveRegister: the facts of a village in one year, as its desk or its own cadre fills them in. */
import { readFact, textOfFact } from "#lib/base/fact-field.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, type FieldProblems, invalid, rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { SaveRegister } from "../input.ts";
import { VILLAGE_FACTS } from "../village-columns.ts";

type Subject = { id: number; version: number; texts: Record<string, string> };

export const saveRegister = command({
  name: "villages.saveRegister",
  tells: "division.registerSaved",
  input: SaveRegister,
  subject: async ({ sql, viewer }, { id, year }): Promise<Subject | null> => {
    const [village] = await sql<{ id: number; row: Record<string, unknown> | null; version: number }>`
      select d.id, to_jsonb(y) as row, coalesce(y.version, 0) as version from division d
      left join village_year y on y.division_id = d.id and y.year = ${year} where d.id = ${id} and d.level = 'VILLAGE'`;
    if (!village || !reaches(viewer, village.id)) return null;
    const texts = VILLAGE_FACTS.map((fact) => [fact.key, textOfFact(fact, village.row?.[fact.column])]);
    return { id: village.id, version: village.version, texts: Object.fromEntries(texts) };
  },
  may: (viewer, { id }) => may(viewer, "household.edit", id),
  run: async (work, { id, year, version, ...typed }, village) => {
    if (year > Number(work.today.slice(0, 4))) throw rule("village.yearAhead", undefined, "year");
    if (version !== village.version) throw conflict();
    const problems: FieldProblems = {};
    const data: Record<string, unknown> = {};
    const changed: string[] = [];
    for (const [key, sent] of Object.entries(typed)) {
      const fact = VILLAGE_FACTS.find((one) => one.key === key);
      const read = fact && readFact(fact, Array.isArray(sent) ? sent.join(",") : sent, work.today);
      if (!fact || !read) problems[key] = [{ key: "unknownField" }];
      else if ("problem" in read) problems[key] = [{ key: read.problem }];
      else {
        const text = textOfFact(fact, read.value);
        if (text === village.texts[key]) continue;
        data[key] = fact.kind === "day" && read.value ? dayToColumn(String(read.value)) : read.value;
        changed.push(key);
        work.note({
          ...{ entity: "division", entityId: String(id), divisionId: id, field: `village.${key}` },
          old: village.texts[key] ? `${year} ${village.texts[key]}` : null,
          new: text ? `${year} ${text}` : null,
        });
      }
    }
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const accountId = work.viewer.accountId;
    await work.tx.villageYear.upsert({
      where: { divisionId_year: { divisionId: id, year } },
      create: { divisionId: id, year, accountId, ...data },
      update: { accountId, version: { increment: 1 }, ...data },
    });
    return { id, year, changed: changed.length };
  },
  fact: ({ id, year, changed }) => ({ subject: `division:${id}`, division: id, year, facts: changed }),
});
