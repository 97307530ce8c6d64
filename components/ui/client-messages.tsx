/** Lets the client components inside use message rooms in the browser. For desks only: it costs 10 kB of scripts. */

import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Room } from "#lib/i18n/rooms.ts";

export async function ClientMessages({ rooms, children }: { rooms: readonly Room[]; children: ReactNode }) {
  const messages = await getMessages();
  const chosen = Object.fromEntries(rooms.map((room) => [room, messages[room]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
