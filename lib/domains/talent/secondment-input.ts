/** What may come in about cadres sent to teach and about checks whether they are on post. */
import * as z from "zod";
import { chosenId, optional, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { AtUnit, line, NOBODY_MEANT, someoneIsMeant, whoIsMeant, why } from "./input.ts";
import { MOST_CHECKED, POST_TYPES, SECONDMENT_STATES, SIDES } from "./talent.ts";

const code = z.string("choose").trim().min(1, "choose").max(40);
const posting = {
  fromUnit: line(60),
  school: line(60),
  subject: code,
  fromOn: typedDay,
  toOn: typedDay,
  startedOn: optional(z.string().trim().max(20)),
};
export const SendSecondment = z
  .strictObject({
    id: uuid,
    divisionId: chosenId,
    schoolDivisionId: chosenId,
    postType: z.enum(POST_TYPES, "choose"),
    ...whoIsMeant,
    ...posting,
  })
  .refine(someoneIsMeant, NOBODY_MEANT);
export const CorrectSecondment = z.strictObject({ id: uuid, version, ...posting });
export const StartSecondment = z.strictObject({ id: uuid, version, startedOn: typedDay });
export const EndSecondment = z.strictObject({ id: uuid, version, endedOn: typedDay, why });

/** A form with one question for each: "is.<secondment>" = "ON", or the code of why not; left open = not asked. */
const answersOf = (raw: unknown) => {
  if (typeof raw !== "object" || raw === null) return raw;
  const rest: [string, unknown][] = [];
  const answers: unknown[] = [];
  for (const [name, is] of Object.entries(raw))
    if (!name.startsWith("is.")) rest.push([name, is]);
    else if (is !== "") answers.push({ secondment: name.slice(3), is });
  return { ...Object.fromEntries(rest), answers };
};
export const RecordChecks = z.preprocess(
  answersOf,
  z.strictObject({
    divisionId: chosenId,
    day: typedDay,
    answers: z
      .array(z.strictObject({ secondment: uuid, is: code }))
      .min(1, "secondment.nobodyTicked")
      .max(MOST_CHECKED),
  }),
);

export const SecondmentFilter = AtUnit.extend({
  side: z.enum(SIDES).default("SENT"),
  state: z.enum(SECONDMENT_STATES).optional(),
  /** At the last check: on post, not on post, or not checked since the quarter began. */
  checked: z.enum(["ON", "OFF", "NEVER"]).optional(),
  subject: z.string().max(40).optional(),
  q: z.string().trim().max(40).default(""),
  page: z.number().int().min(1).max(1000).default(1),
});
export type SecondmentFilter = z.output<typeof SecondmentFilter>;
