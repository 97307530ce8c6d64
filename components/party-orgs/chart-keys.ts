/** What a key means in the org chart: another row to stand on, or a link to follow; pure, so that every key has its test. */

type Line = {
  depth: number;
  name: string;
  initials: string;
  selectHref: string;
  toggle: { href: string; open: boolean } | null;
};
export type TypedAhead = { text: string; at: number };
export type Step = { focus: number } | { go: string } | null;

/** Letters typed within this time belong together. */
const PAUSE = 800;
/** How the names of committees begin, as initials of their sound: nobody looks for them by it. */
const PARTY = "zg";
const DEEDS: Record<string, string> = { F2: "rename", m: "move", n: "new" };

export function stepOf(
  key: string,
  shift: boolean,
  lines: readonly Line[],
  at: number,
  typed: TypedAhead,
  mayEdit: boolean,
  now = Date.now(),
): Step {
  const line = lines[at];
  if (!line) return null;
  // Whoever walks on has done with the name.
  if (key.length > 1 && key !== "Shift") typed.text = "";
  const typing = now - typed.at < PAUSE && typed.text !== "";
  const deed = DEEDS[key.length === 1 ? key.toLowerCase() : key];
  // While somebody types a name its letters belong to it; a name that begins with M or N is begun with Shift.
  if (deed && mayEdit && !shift && (!typing || key === "F2")) return { go: `${line.selectHref}&do=${deed}` };
  switch (key) {
    case "ArrowDown":
      return within(lines, at + 1);
    case "ArrowUp":
      return within(lines, at - 1);
    case "Home":
      return within(lines, 0);
    case "End":
      return within(lines, lines.length - 1);
    case "ArrowRight":
      if (!line.toggle) return null;
      return line.toggle.open ? within(lines, at + 1) : { go: line.toggle.href };
    case "ArrowLeft":
      return line.toggle?.open ? { go: line.toggle.href } : upFrom(lines, at);
    case "Enter":
    case " ":
      return { go: line.selectHref };
  }
  return key.length === 1 ? ahead(key.toLowerCase(), lines, at, typed, typing, now) : null;
}

const within = (lines: readonly Line[], at: number): Step =>
  at >= 0 && at < lines.length ? { focus: at } : null;

function upFrom(lines: readonly Line[], at: number): Step {
  const depth = lines[at]?.depth ?? 0;
  const up = lines.slice(0, at).findLastIndex((one) => one.depth < depth);
  return up < 0 ? null : { focus: up };
}

/** By its characters or by the initials of its sound, from here on and round. */
function ahead(
  letter: string,
  lines: readonly Line[],
  at: number,
  typed: TypedAhead,
  typing: boolean,
  now: number,
): Step {
  typed.text = typing ? typed.text + letter : letter;
  typed.at = now;
  const first = typed.text.length === 1 ? at + 1 : at;
  const round = lines.map((_, step) => (first + step) % lines.length);
  const place =
    round.find((one) => begins(lines[one], typed.text, 0)) ??
    round.find(
      (one) => lines[one]?.initials.startsWith(PARTY) && begins(lines[one], typed.text, PARTY.length),
    );
  return place === undefined ? null : { focus: place };
}

const begins = (line: Line | undefined, text: string, from: number) =>
  line !== undefined && (line.name.startsWith(text, from) || line.initials.startsWith(text, from));
