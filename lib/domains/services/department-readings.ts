/** Which people an item's department, written in words, means: those of its level whose office bears its name, in full or in short. */
export type PartHandler = { id: number; name: string; unit: string; level: string; department: boolean };

const LEVELS: [RegExp, string][] = [
  [/^(?:乡镇街道|乡镇|镇|乡|街道)/, "TOWNSHIP"],
  [/^(?:县区|区县|县级|县|区)/, "COUNTY"],
  [/^(?:村居|村级|村)/, "VILLAGE"],
  [/^(?:市级|市)/, "PREFECTURE"],
];

/** At which level a department is, where its name says so. */
export const levelOf = (department: string): string | null =>
  LEVELS.find(([word]) => word.test(department.trim()))?.[1] ?? null;

/** A short name is made of letters of the full one, in their order: 人社局 of 人力资源和社会保障局. */
function bears(unit: string, short: string): boolean {
  let at = 0;
  for (const letter of unit) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Of an office that has nobody here, whoever works for the whole place; never the people of another department. */
export function peopleOf(department: string, people: readonly PartHandler[]): PartHandler[] {
  const name = department.trim();
  const [prefix, level] = LEVELS.find(([word]) => word.test(name)) ?? [null, null];
  const there = level ? people.filter((one) => one.level === level) : [...people];
  const short = prefix ? name.replace(prefix, "") : name;
  const office = short === "" ? [] : there.filter(({ unit }) => bears(unit, short));
  return office.length > 0 ? office : there.filter((one) => !one.department);
}
