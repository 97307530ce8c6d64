/** The small door by which any domain sends a notice within its own transaction. */
import type { Work } from "#lib/platform/scope.ts";
import type { NoticeKind } from "./notice.ts";

type Notice = {
  to: string;
  kind: NoticeKind;
  /** "household:<id>", "import:<id>": what the reader's own reach then names. */
  subject: string;
  /** Counts, days and codes; no names. */
  details?: Record<string, string | number>;
  /** Told once: sending the same key again does nothing. */
  key: string;
};

export async function sendNotice(
  { tx }: Work,
  { to, kind, subject, details = {}, key }: Notice,
): Promise<void> {
  await tx.$executeRaw`select sec.notify(${to}, ${kind}, ${subject}, ${JSON.stringify(details)}::jsonb, ${key})`;
}
