/** The only rooms whose words travel to the browser. Keep this short: every phone page pays for it. */

import type { Messages, Room } from "./rooms.ts";

export const clientRooms = [] as const satisfies readonly Room[];

export function forBrowser(messages: Messages): Partial<Messages> {
  const chosen: readonly Room[] = clientRooms;
  return Object.fromEntries(chosen.map((room) => [room, messages[room]])) as Partial<Messages>;
}
