/** A browser in a few words, for the list of one's own sessions and for the audit. */

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS/, "macOS"],
  [/Linux/, "Linux"],
];

const first = (list: [RegExp, string][], agent: string) => list.find(([like]) => like.test(agent))?.[1];

/** "Chrome · Windows": enough to know one's own phone, nothing that identifies. */
export function agentInWords(agent: string): string | null {
  const words = [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean);
  return words.length > 0 ? words.join(" · ") : null;
}
