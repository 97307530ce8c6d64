/** As the server's door reads a form: "name[]" is a list, all else one text; files go their own way. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || name === "photos") continue;
    const texts = form.getAll(name).filter((value): value is string => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = texts.filter(Boolean);
    else values[name] = texts.at(-1) ?? "";
  }
  return values;
}
