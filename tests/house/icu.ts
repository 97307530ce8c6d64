// Reads the placeholders and tags out of a message, looking into the branches of plural and select.

/** For example ["<b>", "count", "name"]; throws when the braces do not match. */
export function placeholdersOf(message: string): string[] {
  const found = new Set<string>();
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  collect(withoutQuotes(message), found);
  return [...found].sort();
}

/** In ICU '{' in quotes is text. */
const withoutQuotes = (message: string) => message.replace(/'[{}][^']*'/g, "");

function collect(message: string, found: Set<string>) {
  for (const inside of blocksOf(message)) {
    const [name = "", kind = ""] = inside.split(",").map((part) => part.trim());
    found.add(name);
    if (!/^(?:plural|select|selectordinal)$/.test(kind)) continue;
    const branches = inside.slice(inside.indexOf(",", inside.indexOf(",") + 1) + 1);
    for (const branch of blocksOf(branches)) collect(branch, found);
  }
}

/** What stands between matching braces, outermost only. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  [...text].forEach((character, at) => {
    if (character === "{" && depth++ === 0) start = at + 1;
    if (character !== "}") return;
    if (--depth < 0) throw new Error(`unmatched } in “${text}”`);
    if (depth === 0) blocks.push([...text].slice(start, at).join(""));
  });
  if (depth > 0) throw new Error(`unmatched { in “${text}”`);
  return blocks;
}
