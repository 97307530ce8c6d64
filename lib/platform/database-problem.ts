/** Translates the database's "no" into a Problem, once for everybody; what is not foreseen stays an error. */
import { noteNoRoom } from "./overload.ts";
import { busy, conflict, Problem, refused, rule } from "./problem.ts";

/** Constraints that a person can meet by an ordinary mistake, and the sentence for each. */
const SAID: Record<string, { key: string; field?: string }> = {
  pairing_one_first_helper: { key: "pairing.oneFirstHelper", field: "fromOn" },
  unit_village_once: { key: "pairing.unitAlready", field: "unit" },
  pairing_once: { key: "pairing.already", field: "helperId" },
  household_household_no_key: { key: "household.numberTaken", field: "householdNo" },
  person_id_no_digest_key: { key: "person.idNumberTaken", field: "idNo" },
  account_username_key: { key: "account.usernameTaken", field: "username" },
  membership_one_head: { key: "household.oneHead" },
  division_code_key: { key: "division.codeTaken", field: "code" },
  delegation_one_at_a_time: { key: "delegation.overlap", field: "fromOn" },
  reminder_once_a_day: { key: "inbox.justReminded" },
  tenure_once: { key: "post.alreadyThere", field: "personId" },
  talent_once: { key: "talent.servesAlready", field: "personId" },
  talent_filling_once: { key: "talent.fillsAlready", field: "talentId" },
  secondment_once: { key: "secondment.already", field: "personId" },
  affiliation_one_at_a_time: { key: "partyOrg.oneLeader", field: "effectiveOn" },
};

type Cause = { code?: string; constraint?: string; message?: string };

/** Prisma wraps what pg said; pg says it straight. */
function causeOf(error: unknown): Cause {
  const wrapped = error as {
    code?: string;
    constraint?: string;
    message?: string;
    meta?: {
      driverAdapterError?: {
        cause?: { originalCode?: string; originalMessage?: string; constraint?: { index?: string } };
      };
    };
  };
  const cause = wrapped.meta?.driverAdapterError?.cause;
  const message = cause?.originalMessage ?? wrapped.message;
  const named = /constraint "([^"]+)"/.exec(message ?? "")?.[1];
  return {
    code: cause?.originalCode ?? wrapped.code,
    constraint: cause?.constraint?.index ?? wrapped.constraint ?? named,
    message,
  };
}

export function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const { code, constraint, message } = causeOf(error);
  const said = constraint ? SAID[constraint] : undefined;
  if (said) return rule(said.key, undefined, said.field);
  switch (code) {
    case "23505":
    case "P2002":
    case "23P01":
      return conflict("alreadyThere");
    case "40001":
    case "40P01":
    case "55P03":
      return conflict();
    case "42501":
      return refused();
    case "57014":
    case "P2028":
    case "53300":
      return noRoom();
    case "P0001":
      if (message?.includes("tree-cycle")) return rule("tree.cycle", undefined, "targetId");
      if (message?.includes("giver-stands-in")) return rule("delegation.giverStandsIn", undefined, "fromOn");
      if (message?.includes("taker-is-away")) return rule("delegation.takerAway", undefined, "to");
      if (message?.includes("post-full")) return rule("post.fullMeanwhile", undefined, "fromOn");
      if (message?.includes("talent-places-full")) return rule("talent.placesFull");
      if (message?.includes("talent-places-days")) return rule("talent.placesDays");
      if (message?.includes("team-day-outside")) return rule("team.dayOutside");
      if (message?.includes("status-by-procedure")) return rule("procedure.statusByProcedure");
      if (message?.includes("four-eyes")) return refused("procedure.fourEyes");
      if (message?.includes("steps-missing")) return rule("procedure.stepsMissing");
      if (message?.includes("changed-meanwhile")) return conflict();
      return message?.includes("tree-closed") ? conflict("tree.changed") : null;
    default:
      // The pool has no free connection: pg and Prisma say so without a code.
      return message?.startsWith("timeout exceeded when trying to connect") ? noRoom() : null;
  }
}

function noRoom(): Problem {
  noteNoRoom();
  return busy();
}
