/** What may come in for maps: a file that was read with its approval number, and which map is meant. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { approvalNumber, MAP_BYTES } from "./boundary-map.ts";
import type { Area } from "./read-geojson.ts";

const approvalNo = z
  .string("map.approvalNo")
  .max(60, "map.approvalNo")
  .transform((typed, context) => {
    const number = approvalNumber(typed);
    if (number === null) context.addIssue({ code: "custom", message: "map.approvalNo" });
    return number ?? "";
  });

/** Made by reading a file (receive-map.ts), never by a form of the browser. */
const areas = z.custom<Area[]>((read) => Array.isArray(read) && read.length > 0, "malformed");

export const KeepMap = z.strictObject({
  approvalNo,
  fileName: z.string("required").min(1, "required").max(200, "tooLong"),
  fileBytes: z.int().positive().max(MAP_BYTES),
  areas,
});
export const MapId = z.strictObject({ id: uuid });
export const MapAsked = z.strictObject({ unit: z.int() });
export const MapList = z.strictObject({});
