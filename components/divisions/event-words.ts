/** What a dated change of a division says in the lineage and among what waits. */

import type { useTranslations } from "next-intl";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";

type Say = ReturnType<typeof useTranslations<"divisions">>;
type Kind = "OPEN" | "RENAME" | "MOVE" | "MERGE" | "CLOSE" | "SPLIT";

/** The same event reads differently from the successor's page. */
export function happened(t: Say, event: TreeEventRow, here: number): string {
  const values = {
    name: event.name ?? event.nodeName,
    old: event.oldName ?? event.oldParentName ?? "",
    to: event.otherName ?? "",
  };
  if (event.otherId === here && event.nodeId !== here && (event.kind === "CLOSE" || event.kind === "MERGE"))
    return t("history.absorbed", { name: event.nodeName });
  return t(`history.${event.kind as Kind}`, values);
}

export function willHappen(t: Say, event: TreeEventRow, here: number): string {
  const kind = event.kind === "MERGE" ? "CLOSE" : (event.kind as "OPEN" | "RENAME" | "MOVE" | "CLOSE");
  const what = t(`waiting.${kind}`, { name: event.name ?? "", to: event.otherName ?? "" });
  return event.nodeId === here ? what : t("waiting.other", { node: event.nodeName, what });
}

const WHY: Record<string, "closed" | "cycle"> = { "tree-closed": "closed", "tree-cycle": "cycle" };
export const whyFailed = (t: Say, failed: string) => t(`history.why.${WHY[failed] ?? "other"}`);
