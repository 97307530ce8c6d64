/** Which shape a page will have, told from its address alone: what stands there while it is on its way. */

export type PageShape = "list" | "board" | "detail" | "form";

const FORMS = new Set([
  "new",
  "edit",
  "move",
  "change",
  "columns",
  "upload",
  "party",
  "link",
  "check",
  "year",
]);

export function shapeOf(path: string): PageShape {
  const parts = path.split("/").filter(Boolean);
  if (parts[0] === "cockpit" && parts[1] === "divide") return "form";
  if (parts[0] === "cockpit") return parts.length > 2 || parts[1] === "rows" ? "list" : "board";
  if (FORMS.has(parts.at(-1) ?? "")) return "form";
  return parts.length > 1 && parts[0] !== "admin" ? "detail" : "list";
}
