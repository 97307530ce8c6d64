/** What an application must say for its kind; what it need not say is left out. */
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { TypedApplication, TypedUnitApplication } from "../input.ts";
import { type Application, type HouseholdKind, typesFor, UNIT_BOUNDS, type UnitKind } from "../procedure.ts";
import { dayOfDeed } from "./days.ts";

export function applicationOf(
  kind: HouseholdKind,
  typed: TypedApplication,
  { today, status }: { today: string; status: string },
): Application {
  const bare: Application = {
    reason: typed.reason,
    appliedOn: dayOfDeed(typed.appliedOn, "appliedOn", { today }),
  };
  const missing: FieldProblems = {};
  const need = (field: keyof TypedApplication) => {
    if (!typed[field]) missing[field] = [{ key: "choose" }];
  };
  if (kind === "IDENTIFICATION") {
    for (const field of ["attribute", "mainCause", "standard"] as const) need(field);
    if (Object.keys(missing).length > 0) throw invalid(missing);
    const { attribute, mainCause, standard } = typed;
    return { ...bare, attribute, mainCause, standard };
  }
  if (kind === "MONITORING") {
    need("type");
    if (typed.risks.length === 0) missing.risks = [{ key: "choose" }];
    if (!typed.authorizedOn) missing.authorizedOn = [{ key: "procedure.authorization" }];
    if (typed.type && !typesFor(status).includes(typed.type))
      missing.type = [{ key: status === "EXITED" ? "procedure.notMarginal" : "procedure.notUnstable" }];
    if (Object.keys(missing).length > 0) throw invalid(missing);
    const authorizedOn = dayOfDeed(typed.authorizedOn ?? "", "authorizedOn", { today });
    return { ...bare, type: typed.type, risks: typed.risks, authorizedOn };
  }
  if (kind === "RISK_ELIMINATION") {
    need("endedHow");
    if (Object.keys(missing).length > 0) throw invalid(missing);
    return { ...bare, endedHow: typed.endedHow };
  }
  return bare;
}

/** A unit exits when its incidence and what checks found lie within the bounds (domain.md §2.7). */
export function unitApplicationOf(
  kind: UnitKind,
  typed: TypedUnitApplication,
  { today, poor }: { today: string; poor: number },
): Application {
  const appliedOn = dayOfDeed(typed.appliedOn, "appliedOn", { today });
  const wrong: FieldProblems = {};
  const { population, missed, wrong: falseExits, accepted } = typed;
  if (population === 0 || poor > population)
    wrong.population = [{ key: "procedure.population", values: { poor } }];
  else if (poor * 10_000 >= UNIT_BOUNDS.incidenceBp * population)
    wrong.population = [
      { key: "procedure.incidence", values: { poor, percent: UNIT_BOUNDS.incidenceBp / 100 } },
    ];
  if (kind === "COUNTY_EXIT") {
    if (missed === undefined) wrong.missed = [{ key: "required" }];
    else if (missed >= UNIT_BOUNDS.missedBp)
      wrong.missed = [{ key: "procedure.tooHigh", values: { percent: 2 } }];
    if (falseExits === undefined) wrong.wrong = [{ key: "required" }];
    else if (falseExits >= UNIT_BOUNDS.wrongBp)
      wrong.wrong = [{ key: "procedure.tooHigh", values: { percent: 2 } }];
    if (accepted === undefined) wrong.accepted = [{ key: "required" }];
    else if (accepted <= UNIT_BOUNDS.acceptedBp)
      wrong.accepted = [{ key: "procedure.tooLow", values: { percent: 90 } }];
  }
  if (Object.keys(wrong).length > 0) throw invalid(wrong);
  return {
    ...{ reason: typed.reason, appliedOn, population },
    ...(kind === "COUNTY_EXIT" ? { missedBp: missed, wrongBp: falseExits, acceptedBp: accepted } : {}),
  };
}
