/** What a dated change of a Party organization says in its lineage and among what waits. */

import type { useTranslations } from "next-intl";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";

type Say = ReturnType<typeof useTranslations<"party-orgs">>;
type Kind = "OPEN" | "RENAME" | "MOVE" | "MERGE" | "CLOSE" | "SPLIT";

type Happened = Pick<
  TreeEventRow,
  | "kind"
  | "nodeId"
  | "nodeName"
  | "name"
  | "oldName"
  | "newKind"
  | "oldKind"
  | "oldParentName"
  | "otherId"
  | "otherName"
  | "splitFrom"
>;

export function happened(t: Say, event: Happened, here: number): string {
  if (event.otherId === here && event.nodeId !== here && (event.kind === "CLOSE" || event.kind === "MERGE"))
    return t(event.kind === "MERGE" ? "history.mergedIn" : "history.absorbed", { name: event.nodeName });
  if (event.splitFrom)
    return t("history.splitFrom", { name: event.name ?? event.nodeName, from: event.splitFrom });
  const values = {
    node: event.nodeName,
    name: event.name ?? event.nodeName,
    old: event.oldName ?? event.oldParentName ?? "",
    to: event.otherName ?? "",
  };
  // One that never took effect has left nothing behind that was before.
  if (!values.old && (event.kind === "RENAME" || event.kind === "MOVE"))
    return t(`waiting.${event.kind}`, values);
  const recast = event.oldKind && event.newKind;
  if (recast && event.oldName === event.name) return recastWords(t, event);
  const words = t(`history.${event.kind as Kind}`, values);
  return recast ? `${words} · ${recastWords(t, event)}` : words;
}

const recastWords = (t: Say, { oldKind, newKind }: Pick<TreeEventRow, "oldKind" | "newKind">) =>
  t("history.recast", { from: t(`kind.${oldKind as OrgKind}`), to: t(`kind.${newKind as OrgKind}`) });

export function willHappen(t: Say, event: TreeEventRow): string {
  const waits = willBe(t, event);
  if (!event.newKind) return waits;
  const recast = t("waiting.recast", { node: event.nodeName, to: t(`kind.${event.newKind as OrgKind}`) });
  return event.name === event.nodeName ? recast : `${waits} · ${recast}`;
}

function willBe(t: Say, event: TreeEventRow): string {
  return t(`waiting.${event.kind as Kind}`, {
    node: event.nodeName,
    name: event.name ?? "",
    to: event.otherName ?? "",
  });
}

export function remarksOf(t: Say, event: TreeEventRow): string | null {
  const remarks = [
    event.along && !event.splitFrom ? t("history.along") : null,
    event.status === "UNDONE" ? t("history.undone") : null,
    event.documentNo ? t("history.document", { number: event.documentNo }) : null,
    event.failed ? t("history.failed") : null,
    event.status === "CANCELLED" && !event.failed ? t("history.withdrawn") : null,
  ].filter((remark) => remark !== null);
  return remarks.length > 0 ? remarks.join(" · ") : null;
}
