/** What a dated change of a Party organization says in its lineage and among what waits. */

import type { useTranslations } from "next-intl";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";

type Say = ReturnType<typeof useTranslations<"party-orgs">>;
type Kind = "OPEN" | "RENAME" | "MOVE" | "MERGE" | "CLOSE" | "SPLIT";

export function happened(t: Say, event: TreeEventRow, here: number): string {
  if (event.otherId === here && event.nodeId !== here && (event.kind === "CLOSE" || event.kind === "MERGE"))
    return t("history.absorbed", { name: event.nodeName });
  return t(`history.${event.kind as Kind}`, {
    name: event.name ?? event.nodeName,
    old: event.oldName ?? event.oldParentName ?? "",
    to: event.otherName ?? "",
  });
}

export function willHappen(t: Say, event: TreeEventRow): string {
  const kind = event.kind === "MERGE" ? "CLOSE" : (event.kind as "OPEN" | "RENAME" | "MOVE" | "CLOSE");
  return t(`waiting.${kind}`, { node: event.nodeName, name: event.name ?? "", to: event.otherName ?? "" });
}

export function remarksOf(t: Say, event: TreeEventRow): string | null {
  const remarks = [
    event.along ? t("history.along") : null,
    event.documentNo ? t("history.document", { number: event.documentNo }) : null,
    event.failed ? t("history.failed") : null,
    event.status === "CANCELLED" && !event.failed ? t("history.withdrawn") : null,
  ].filter((remark) => remark !== null);
  return remarks.length > 0 ? remarks.join(" · ") : null;
}
