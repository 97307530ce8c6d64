/** Keeps a sealed copy of a phone whose sign-in was ended until somebody of the township has looked at it; nothing of it counts before. */
import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { holdForLook } from "#lib/platform/session.ts";
import { openFile } from "./inside/phone-file.ts";

const Names = z.object({ op: z.uuid(), sha256: z.string(), writtenAt: z.iso.datetime() });
const About = z.object({ householdId: z.uuid() });

export async function hold(token: string, sealed: Uint8Array): Promise<{ op: string; sha256: string }> {
  const { account, ops } = openFile(sealed);
  const named = Names.safeParse(ops[0]);
  if (!named.success || ops.length !== 1) throw notFound();
  const { op, sha256, writtenAt } = named.data;
  const about = householdIn(ops[0]?.values ?? "");
  if (!(await holdForLook(token, { account, op, about, sealed, writtenAt }))) throw notFound();
  return { op, sha256 };
}

function householdIn(values: string): string | null {
  try {
    return About.safeParse(JSON.parse(values)).data?.householdId ?? null;
  } catch {
    return null;
  }
}
