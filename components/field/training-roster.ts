/** Who can be ticked at a training from the phone itself: cadres and members of the place, and whoever of the kept families is old enough. */
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type Audience, YOUNGEST } from "#lib/domains/trainings/training.ts";

export type ToTick = {
  id: string;
  name: string;
  /** The post, or whose family it is. */
  note: string;
  rosters: Audience[];
  /** In what somebody is looked for. */
  sought: string;
};

export function rosterOf({ trainings, households, today }: FirstSync): ToTick[] {
  const found = new Map<string, ToTick>();
  for (const { id, name, post, cadre, member } of trainings?.people ?? []) {
    const rosters: Audience[] = [
      ...(cadre ? ["CADRES" as const] : []),
      ...(member ? ["MEMBERS" as const] : []),
    ];
    found.set(id, { id, name, note: post ?? "", rosters, sought: `${name} ${post ?? ""}` });
  }
  const youngest = Number(today.slice(0, 4)) - YOUNGEST;
  for (const { head, letters, members } of households)
    for (const { id, name, relation, born } of members) {
      if (born !== null && born > youngest) continue;
      const known = found.get(id);
      if (known) known.rosters.push("VILLAGERS");
      else {
        const note = [head === name ? null : head, relation].filter(Boolean).join(" · ");
        found.set(id, { id, name, note, rosters: ["VILLAGERS"], sought: `${name} ${head} ${letters}` });
      }
    }
  return [...found.values()];
}
