/** Puts a problem into the reader's words; what was not foreseen becomes a reference number and nothing else. */
import { randomBytes } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { FieldErrors, ProblemView } from "#lib/base/outcome.ts";
import { asProblem } from "./database-problem.ts";
import { log } from "./log.ts";
import { Problem, type ProblemWords } from "./problem.ts";

type Say = (key: string, values?: ProblemWords["values"]) => string;

export async function problemView(error: unknown, requestId?: string): Promise<ProblemView> {
  const say = (await getTranslations("problems")) as unknown as Say;
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) {
    const reference = requestId?.slice(0, 8) ?? randomBytes(4).toString("hex");
    log.error({ reference, requestId, err: error }, "unforeseen error");
    return { code: "unforeseen", message: say("unforeseen", { reference }), reference };
  }
  const fields: FieldErrors = {};
  for (const [field, words] of Object.entries(problem.fields ?? {}))
    fields[field] = words.map(({ key, values }) => say(key, values));
  return { code: problem.code, message: say(problem.words.key, problem.words.values), fields };
}
