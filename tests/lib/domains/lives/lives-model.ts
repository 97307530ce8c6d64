// What a day says about some households, told a second time: facts about people, each with its day, put one after the other.
export type Status = string;
export type Fact = {
  event: string;
  seq: number;
  on: string;
  file: string;
  person: string;
  to: string | null;
};
export type File = { id: string; no: string; since: string; status: Status; into: string | null };
type Event = { id: string; kind: string; files: string[]; made: string | null; was: Map<string, File> };

export class Village {
  files = new Map<string, File>();
  names = new Map<string, string>();
  idNos = new Map<string, string>();
  dead = new Set<string>();
  events: Event[] = [];
  #facts: Fact[] = [];

  /** Who stood there before anything was told. */
  begins(
    file: Omit<File, "into">,
    roll: { person: string; name: string; relation: string; idNo?: string }[],
  ) {
    this.files.set(file.id, { ...file, into: null });
    for (const { person, name, relation, idNo } of roll) {
      this.names.set(person, name);
      if (idNo) this.idNos.set(person, idNo);
      this.#facts.push({ event: "", seq: 0, on: "0000", file: file.id, person, to: relation });
    }
  }

  /** A deed that was done; `change` says what it did to the files that it names. */
  did(event: Omit<Event, "was">, facts: Omit<Fact, "event" | "seq">[], change: () => void = () => undefined) {
    const was = new Map(
      event.files.flatMap((id) => (this.files.has(id) ? [[id, { ...this.files.get(id)! }] as const] : [])),
    );
    change();
    this.events.push({ ...event, was });
    for (const fact of facts) this.#facts.push({ ...fact, event: event.id, seq: this.events.length });
  }

  undone(id: string) {
    const event = this.events.find((one) => one.id === id)!;
    this.events = this.events.filter((one) => one !== event);
    this.#facts = this.#facts.filter((fact) => fact.event !== id);
    for (const [file, was] of event.was) this.files.set(file, was);
    if (event.made) this.files.delete(event.made);
  }

  /** By person, how he stands to the head. */
  livedIn(file: string, day: string): Map<string, string> {
    const here = new Map<string, string>();
    const told = this.#facts.filter((fact) => fact.file === file && fact.on <= day);
    for (const { person, to } of told.sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq))
      if (to === null) here.delete(person);
      else here.set(person, to);
    return here;
  }

  /** The last day on which something was told of somebody. */
  lastOf(person: string): string {
    return this.#facts
      .filter((fact) => fact.person === person)
      .reduce((last, { on }) => (on > last ? on : last), "0000");
  }

  /** Days on which something changed, and the days before them. */
  days(before: (day: string) => string): string[] {
    const days = this.#facts.map(({ on }) => on).filter((on) => on !== "0000");
    return [...new Set(days.flatMap((day) => [before(day), day]))].sort();
  }
}
