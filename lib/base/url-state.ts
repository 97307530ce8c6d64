/** The state of a list as it stands in its URL: u, p, q, sort, f.<field>, after, tab — read, changed, written back. */

export type SearchInput = Record<string, string | string[] | undefined>;

export type Sort = { field: string; down: boolean };

/** Next's search parameters as URLSearchParams; a repeated key keeps all its values, joined as a list. */
export function toParams(search: SearchInput | URLSearchParams): URLSearchParams {
  if (search instanceof URLSearchParams) return new URLSearchParams(search);
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.filter((one) => one !== "").join(",") : value;
    if (text) params.set(key, text);
  }
  return params;
}

/** The values of a repeated key, which stand joined as a list. */
export const listOf = (params: URLSearchParams, key: string): string[] =>
  params.getAll(key).flatMap((values) => values.split(",").filter((value) => value !== ""));

/** The chosen values of each filter field: f.status=poor,exited → { status: ["poor", "exited"] }. */
export function filtersOf(params: URLSearchParams): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const [key, value] of params) {
    if (!key.startsWith("f.")) continue;
    const values = value
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
    const field = key.slice(2);
    if (field && values.length > 0) filters[field] = [...(filters[field] ?? []), ...values];
  }
  return filters;
}

export function sortOf(params: URLSearchParams, allowed: readonly string[]): Sort | null {
  const text = params.get("sort") ?? "";
  const down = text.startsWith("-");
  const field = down ? text.slice(1) : text;
  return allowed.includes(field) ? { field, down } : null;
}

/** The same page with some parameters changed; null removes one. A new list starts at its first page. */
export function withParams(
  path: string,
  params: URLSearchParams,
  changes: Record<string, string | null>,
  keepsPlace = false,
): string {
  const next = new URLSearchParams(params);
  if (!keepsPlace) for (const key of ["after", "before", "page"]) next.delete(key);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(key);
    else next.set(key, value);
  }
  const text = readable(next);
  return text ? `${path}?${text}` : path;
}

/** What a column header links to: unsorted → up → down → up. */
export function sortLink(path: string, params: URLSearchParams, field: string): string {
  const now = sortOf(params, [field]);
  return withParams(path, params, { sort: now && !now.down ? `-${field}` : field });
}

/** A link to another page that stays with the same unit and period. */
export function keepScope(path: string, params: URLSearchParams): string {
  const [bare = path, own = ""] = path.split("?");
  const next = new URLSearchParams(own);
  for (const key of ["u", "p"]) {
    const value = params.get(key);
    if (value && !next.has(key)) next.set(key, value);
  }
  const text = readable(next);
  return text ? `${bare}?${text}` : bare;
}

/** Commas stay commas, so that people can read and edit the address. */
function readable(params: URLSearchParams): string {
  return params.toString().replaceAll("%2C", ",");
}
