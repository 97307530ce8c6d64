/** The form of a visit as a phone carried it, with the day and moment on which it was written down. */
import { today } from "#lib/platform/clock.ts";
import { carried } from "./carried.ts";

type Sent = { values: string; sha256: string; writtenAt: string };

export const valuesOf = (sent: Sent): Record<string, unknown> => ({
  ...carried(sent),
  toldApart: "yes",
  writtenOn: today(new Date(sent.writtenAt)),
  writtenAt: sent.writtenAt,
});
