// What the bench prints: each goal of the speed paper as a ratio to a floor of the same run, passed or short by how much.
export type Goal = {
  goal: string;
  what: string;
  /** Ours and the floor's, in the same unit; the ratio of both is what is judged. */
  ours: number;
  floor: number;
  unit: string;
  /** "at most" unless told otherwise. */
  limit: number;
  atLeast?: boolean;
  note?: string;
};

export type Report = {
  add: (goal: Goal) => void;
  tell: (line: string) => void;
  /** Prints the table; gives how many fell short. */
  close: () => number;
};

export function report(say: (line: string) => void): Report {
  const goals: Goal[] = [];
  return {
    add: (goal) => {
      goals.push(goal);
      say(lineOf(goal));
    },
    tell: say,
    close: () => {
      const short = goals.filter((goal) => !holds(goal));
      say(
        "\nGoals, as ratios to the floors of this run (milliseconds are this machine's, judge by the ratio)",
      );
      for (const goal of goals) say(lineOf(goal));
      say(`\n${goals.length - short.length} pass, ${short.length} short`);
      return short.length;
    },
  };
}

const ratioOf = ({ ours, floor }: Goal) => ours / floor;
const holds = (goal: Goal) => (goal.atLeast ? ratioOf(goal) >= goal.limit : ratioOf(goal) <= goal.limit);

function lineOf(goal: Goal): string {
  const { what, ours, floor, unit, limit, atLeast, note } = goal;
  const figures = `${figure(ours)} ${unit} / ${figure(floor)} ${unit}`.padEnd(30);
  const judged = `${figure(ratioOf(goal))}× (${atLeast ? "≥" : "≤"} ${limit})`.padEnd(18);
  return `  ${goal.goal.padEnd(4)} ${what.padEnd(52)} ${figures} ${judged} ${holds(goal) ? "pass" : "SHORT"}${note ? `   ${note}` : ""}`;
}

const figure = (value: number) =>
  Number.isNaN(value)
    ? "?"
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);
