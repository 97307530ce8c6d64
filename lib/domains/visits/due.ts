/** Which of my households to visit and why: pure rules over what the duties say; dates only, no rank and no percentage. */

/** One pairing of mine, with what it owes in the running period and in the one before. */
export type Duty = {
  householdId: string;
  headName: string;
  divisionId: number;
  place: string;
  groupName: string | null;
  status: string;
  kind: string;
  fromOn: string;
  lastVisitOn: string | null;
  /** MONTH or QUARTER; null = no rule asks for visits. */
  period: string | null;
  minCount: number | null;
  required: number;
  done: number;
  before: { required: number; done: number };
  /** Any visit of mine since the running period began, whatever its kind. */
  visitedSince: boolean;
};

export type Due = Duty & { state: "overdue" | "due" | "done" | "free"; overdueDays: number };

/** Overdue: the last period ended with visits missing and none was made since. Due: this period still misses some. */
export function dueOf(
  duty: Duty,
  monthStart: string,
  quarterStart: string,
  daysSince: (day: string) => number,
): Due {
  const missedBefore = duty.before.required > duty.before.done && !duty.visitedSince;
  if (missedBefore)
    return {
      ...duty,
      state: "overdue",
      overdueDays: daysSince(duty.period === "QUARTER" ? quarterStart : monthStart) + 1,
    };
  if (duty.required === 0) return { ...duty, state: "free", overdueDays: 0 };
  return { ...duty, state: duty.done < duty.required ? "due" : "done", overdueDays: 0 };
}

/** A household paired with me twice is one row: the one that presses most. */
export function onePerHousehold(dues: Due[]): Due[] {
  const rank = { overdue: 0, due: 1, done: 2, free: 3 };
  const best = new Map<string, Due>();
  for (const due of dues) {
    const known = best.get(due.householdId);
    if (!known || rank[due.state] < rank[known.state]) best.set(due.householdId, due);
  }
  return [...best.values()].sort(
    (a, b) =>
      rank[a.state] - rank[b.state] ||
      b.overdueDays - a.overdueDays ||
      (a.lastVisitOn ?? "").localeCompare(b.lastVisitOn ?? "") ||
      a.householdId.localeCompare(b.householdId),
  );
}

/** The rows of a day, sorted into what presses: overdue, this month, this quarter, on the way, and the rest. */
export function dayOf(dues: Due[]) {
  const overdue = dues.filter((due) => due.state === "overdue");
  const owed = dues.filter((due) => due.state === "due");
  const month = owed.filter((due) => due.period === "MONTH");
  const quarter = owed.filter((due) => due.period !== "MONTH");
  const rest = dues.filter((due) => due.state === "done" || due.state === "free");
  const first = overdue[0] ?? month[0] ?? quarter[0];
  const isOnTheWay = (due: Due) =>
    first !== undefined &&
    first.groupName !== null &&
    due.divisionId === first.divisionId &&
    due.groupName === first.groupName;
  return {
    overdue,
    month,
    quarter,
    onTheWay: rest.filter(isOnTheWay),
    later: rest.filter((due) => !isOnTheWay(due)),
    /** With nothing due: the two households longest not visited. */
    longest: [...rest].sort((a, b) => (a.lastVisitOn ?? "").localeCompare(b.lastVisitOn ?? "")).slice(0, 2),
  };
}

/** My goal of the month, in households: those that owe visits this month, and those of them whose visits are all made. */
export function goalOf(dues: Due[]): { done: number; all: number } {
  const monthly = dues.filter((due) => due.period === "MONTH" && due.required > 0);
  const all = new Set(monthly.map((due) => due.householdId));
  const open = new Set(monthly.filter((due) => due.done < due.required).map((due) => due.householdId));
  return { done: all.size - open.size, all: all.size };
}

/** A visit that has not come yet, from the phone on which it lies. */
export type Waiting = { householdId: string; on: string; kind: string };

/** My goal of the month of `today` as it will be when these have come. Calls are left out: whether they count only the rule knows. */
export function goalWith(
  { dues, goal }: { dues: readonly Due[]; goal: { done: number; all: number } },
  waiting: readonly Waiting[],
  today: string,
): { done: number; all: number } {
  const month = today.slice(0, 7);
  const coming = (household: string) =>
    new Set(
      waiting
        .filter(
          ({ householdId, on, kind }) =>
            householdId === household && kind !== "PHONE" && on.startsWith(month),
        )
        .map(({ on }) => on),
    ).size;
  const filled = dues.filter(
    (due) =>
      due.period === "MONTH" && due.done < due.required && due.done + coming(due.householdId) >= due.required,
  );
  return { ...goal, done: Math.min(goal.all, goal.done + filled.length) };
}

/** What one pairing owes in its running month or quarter, which ends on the day given. */
export type Owed = { required: number; done: number; byOn: string };
export type NextVisit = { state: "owed"; byOn: string } | { state: "done" } | { state: "free" };

/** Of several that still owe, the one that ends first; done when all have done what their rules ask. */
export function nextVisitOf(owed: Owed[]): NextVisit {
  const open = owed
    .filter((one) => one.done < one.required)
    .map((one) => one.byOn)
    .sort();
  if (open[0]) return { state: "owed", byOn: open[0] };
  return { state: owed.some((one) => one.required > 0) ? "done" : "free" };
}
