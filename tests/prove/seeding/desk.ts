// What time at the desk is made of: how long each thing takes a person, said beforehand, and an account of what was done.
// After the keystroke-level model (to make up one's mind 1.35 s, to point 1.1 s, to press 0.2 s), for somebody who types slowly;
// waiting for the machine is measured, not assumed.

export const SECONDS = {
  /** To make up one's mind, find a button or a field, and press it. */
  click: 2.7,
  /** To choose from a list that opens: one mind, two presses. */
  choice: 4,
  /** A figure or a letter; a Chinese character takes four strokes of pinyin. */
  key: 0.5,
  hanzi: 2,
  /** A fault with its cell and its reason, to be understood. */
  line: 2.5,
  /** A line that is as it should be, in passing: a column and what it was taken for, a figure of the receipt. */
  glance: 1,
  /** To take a file from its folder in the system's own window. */
  file: 12,
  /** A page that was not seen before; afterwards it costs a thought. */
  page: 5,
  thought: 1.35,
};

/** The first sitting brings in what the desk can judge; the second one what came back from the villages, days later. */
export type Sitting = 1 | 2;
export type Entry = { what: string; person: number; machine: number; sitting: Sitting };

export class Desk {
  readonly entries: Entry[] = [];
  private readonly seen = new Set<string>();
  sitting: Sitting = 1;
  decisions = 0;
  clicks = 0;

  private add(what: string, person: number) {
    this.entries.push({ what, person, machine: 0, sitting: this.sitting });
  }
  page(what: string) {
    this.add(`looks at ${what}`, this.seen.has(what) ? SECONDS.thought : SECONDS.page);
    this.seen.add(what);
  }
  reads(what: string, lines: number) {
    this.add(`reads ${lines} lines: ${what}`, lines * SECONDS.line);
  }
  glances(what: string, lines: number) {
    this.add(`glances at ${lines} lines: ${what}`, lines * SECONDS.glance);
  }
  clicksOn(...what: string[]) {
    this.clicks += what.length;
    this.add(`clicks ${what.join(", ")}`, what.length * SECONDS.click);
  }
  chooses(what: string) {
    this.clicks += 2;
    this.decisions += 1;
    this.add(`chooses ${what}`, SECONDS.choice);
  }
  types(text: string) {
    this.decisions += 1;
    const one = (letter: string) => (/[ -~]/.test(letter) ? SECONDS.key : SECONDS.hanzi);
    this.add(`types ${text}`, SECONDS.thought + [...text].reduce((sum, letter) => sum + one(letter), 0));
  }
  takesFile() {
    this.add("takes the file", SECONDS.file);
  }
  /** The machine's turn. */
  async waits<T>(what: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    const machine = (performance.now() - began) / 1000;
    this.entries.push({ what: `waits: ${what}`, person: 0, machine, sitting: this.sitting });
    return result;
  }

  sum(of: Partial<Pick<Entry, "sitting">> = {}, from = 0) {
    const some = this.entries.slice(from).filter(({ sitting }) => (of.sitting ?? sitting) === sitting);
    return {
      person: some.reduce((sum, { person }) => sum + person, 0),
      machine: some.reduce((sum, { machine }) => sum + machine, 0),
    };
  }
}
