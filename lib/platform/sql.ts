/** SQL as tagged templates: values always travel as parameters, fragments compose, and nothing else is accepted. */

export class Fragment {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The text as PostgreSQL wants it: $1, $2 … */
  get text(): string {
    return this.strings.reduce((text, part, at) => `${text}$${at}${part}`);
  }
}

/** A query on the scope at hand; select dates as ::text and counts as ::int, so that both doors give the same. */
export type Sql = <Row>(strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

export function sql(strings: TemplateStringsArray | readonly string[], ...values: unknown[]): Fragment {
  const texts: string[] = [];
  const flat: unknown[] = [];
  let open = strings[0] ?? "";
  values.forEach((value, at) => {
    const after = strings[at + 1] ?? "";
    const inner = value instanceof Fragment ? value.strings : ["", ""];
    flat.push(...(value instanceof Fragment ? value.values : [value]));
    for (const [part, text] of inner.entries()) {
      if (part > 0) {
        texts.push(open);
        open = "";
      }
      open += text;
    }
    open += after;
  });
  return new Fragment([...texts, open], flat);
}

/** A constant of the program (a column, a direction) as text; never anything that a person typed. */
export const raw = (constant: string) => new Fragment([constant], []);
export const nothing = raw("");
export const join = (parts: readonly Fragment[], by: " and " | " or " | ", ") =>
  parts.slice(1).reduce((all, part) => sql`${all}${raw(by)}${part}`, parts[0] ?? nothing);
