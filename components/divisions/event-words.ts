/** What a dated change of a division says in the lineage and among what waits. */

import type { useTranslations } from "next-intl";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";

type Say = ReturnType<typeof useTranslations<"divisions">>;
type Kind = "OPEN" | "RENAME" | "MOVE" | "MERGE" | "CLOSE" | "SPLIT";

type Happened = Pick<
  TreeEventRow,
  | "kind"
  | "nodeId"
  | "nodeName"
  | "name"
  | "oldName"
  | "oldParentName"
  | "otherId"
  | "otherName"
  | "splitFrom"
>;

/** The same event reads differently from the successor's page. */
export function happened(t: Say, event: Happened, here: number): string {
  const values = {
    name: event.name ?? event.nodeName,
    old: event.oldName ?? event.oldParentName ?? "",
    to: event.otherName ?? "",
  };
  if (event.otherId === here && event.nodeId !== here && (event.kind === "CLOSE" || event.kind === "MERGE"))
    return t(event.kind === "MERGE" ? "history.mergedIn" : "history.absorbed", { name: event.nodeName });
  if (event.splitFrom) return t("history.splitFrom", { ...values, from: event.splitFrom });
  // One that never took effect has left nothing behind that was before.
  if (!values.old && (event.kind === "RENAME" || event.kind === "MOVE"))
    return t(`waiting.${event.kind}`, values);
  return t(`history.${event.kind as Kind}`, values);
}

export function willHappen(t: Say, event: TreeEventRow, here: number): string {
  const what = t(`waiting.${event.kind as Kind}`, { name: event.name ?? "", to: event.otherName ?? "" });
  return event.nodeId === here ? what : t("waiting.other", { node: event.nodeName, what });
}

const WHY: Record<string, "closed" | "cycle"> = { "tree-closed": "closed", "tree-cycle": "cycle" };
export const whyFailed = (t: Say, failed: string) => t(`history.why.${WHY[failed] ?? "other"}`);
