/** A person comes into the registry: the ID number is read, compared within reach and outside, sealed, and never kept in clear. */

import type * as z from "zod";
import { readIdNumber } from "#lib/base/id-number.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import type { Command } from "#lib/platform/command.ts";
import { invalid, Problem, rule } from "#lib/platform/problem.ts";
import { type Session, scopedRaw, type Work } from "#lib/platform/scope.ts";
import { idDigest, sealIdNo } from "#lib/platform/seal.ts";
import { pinyinKeys } from "./pinyin.ts";
import { keepSearchEntry } from "./search-entry.ts";

type NewPerson = {
  name: string;
  idNo?: string;
  sex?: "M" | "F";
  birthOn?: string | null;
  ethnicity?: string | null;
  politicalStatus?: string;
  divisionId: number;
  householdId?: string | null;
  phone?: string | null;
  unitName?: string | null;
  post?: string | null;
  /** Beside the name in search results: the village, or the unit. */
  detail?: string;
};

const ELSEWHERE = "person.idNumberTaken";

export async function makePerson(work: Work, person: NewPerson): Promise<{ id: string; name: string }> {
  const identity = person.idNo ? await checkedIdentity(work, person.idNo) : {};
  const { idNo: _, birthOn, detail, ...facts } = person;
  const made = await work.tx.person.create({
    data: {
      ...facts,
      ...(birthOn ? { birthOn: dayToColumn(birthOn) } : {}),
      ...identity,
      ...pinyinKeys(person.name),
    },
    select: { id: true, name: true },
  });
  await keepSearchEntry(work, {
    kind: "person",
    subjectId: made.id,
    divisionId: person.divisionId,
    householdId: person.householdId ?? null,
    title: person.name,
    detail: detail ?? person.unitName ?? "",
  });
  return made;
}

async function checkedIdentity(work: Work, typed: string) {
  const read = readIdNumber(typed);
  if (typeof read === "string") throw invalid({ idNo: [{ key: "idNumber" }] });
  const digest = idDigest(read.idNo);
  const [here] = await work.sql<{ name: string }>`select name from person where id_no_digest = ${digest}`;
  if (here) throw rule("person.idNumberHere", { name: here.name }, "idNo");
  const [known] = await work.sql<{ known: boolean }>`select sec.id_number_known(${digest}) as known`;
  if (known?.known) throw rule(ELSEWHERE, undefined, "idNo");
  const sealed = sealIdNo(read.idNo);
  const bytes = (value: Buffer) => new Uint8Array(value);
  return {
    idType: read.type,
    sex: read.sex,
    birthOn: dayToColumn(read.birthOn),
    idNoSealed: bytes(sealed.idNoSealed),
    idNoDigest: bytes(sealed.idNoDigest),
    idTailDigest: bytes(sealed.idTailDigest),
  };
}

/** That somebody met a number held elsewhere goes into the audit, although the deed itself is rolled back (decisions 27). */
export function tellsElsewhere<Schema extends z.ZodType, Result>(
  inner: Command<Schema, Result>,
): Command<Schema, Result> {
  const run = async (session: Session, raw: unknown) => {
    try {
      return await inner(session, raw);
    } catch (error) {
      if (error instanceof Problem && error.words.key === ELSEWHERE)
        await scopedRaw(session, "begin", (client) =>
          client.query("select sec.tell('idNumber.heldElsewhere', null, $1::jsonb, $2)", [
            JSON.stringify({ by: inner.door }),
            session.requestId ?? null,
          ]),
        );
      throw error;
    }
  };
  return Object.assign(run, { door: inner.door, input: inner.input, within: inner.within });
}
