/** What may come in about campaigns of visits. */
import * as z from "zod";
import { chosenId, text, typedDay, uuid } from "#lib/base/typed-fields.ts";
import { COVERS } from "./campaign.ts";

const unit = z.string().max(20).optional();
export const CampaignsAsked = z.strictObject({ unit });
export const CampaignAsked = z.strictObject({
  id: uuid,
  unit,
  /** Of the families that are still to be visited. */
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export const CallCampaign = z.strictObject({
  divisionId: chosenId,
  name: z.string("required").trim().min(2, "required").max(40, "tooLong"),
  fromOn: typedDay,
  lastOn: typedDay,
  covers: z.enum(COVERS, "choose"),
  note: text(200),
});
export const EndCampaign = z.strictObject({
  id: uuid,
  why: z.string("required").trim().min(2, "required").max(200, "tooLong"),
});
