/** Which changes of a tree papers may stand for, from the events of a thing's page, and what the page's address says of papers. */
import type { getTranslations } from "next-intl/server";

/** A change of the thing that a paper may stand for; one that was taken back gets no new papers. */
export type PaperChange = { id: string; words: string; documentNo: string | null; open: boolean };
/** What the address says after a deed: the papers just added or what was done, why one was turned away, which change is meant. */
export type PaperSaid = { paper?: string; refused?: string; change?: string };

export type Event = {
  id: string;
  nodeId: number;
  kind: string;
  status: string;
  effectiveOn: string;
  documentNo: string | null;
  along: boolean;
};
type Kind = "OPEN" | "RENAME" | "MOVE" | "CLOSE" | "MERGE" | "SPLIT";

/** Of the thing itself alone: what happened to a neighbor stands on the neighbor's page. What was moved along has no paper of its own. */
export function changesOf(
  t: Awaited<ReturnType<typeof getTranslations<"papers">>>,
  here: string,
  events: readonly Event[],
): PaperChange[] {
  return events
    .filter(({ nodeId, along }) => String(nodeId) === here && !along)
    .map(({ id, kind, status, effectiveOn, documentNo }) => ({
      id,
      words: `${effectiveOn} ${t(`change.${kind as Kind}`)}`,
      documentNo,
      open: status !== "CANCELLED",
    }));
}

type Search = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export const saidOf = (search: Search): PaperSaid => ({
  paper: one(search.paper),
  refused: one(search.refused),
  change: one(search.change),
});
