// The functions with their owner's rights that keep the rolls of the registry, looked at and let stand, each with its reason.

import { asks, type Reviewed } from "./reviewed-marks.ts";

export const REGISTRY_FUNCTIONS: Record<string, Reviewed> = {
  "sec.among_siblings(integer,text[],text[],text[],date[])": asks(
    "app_rw",
    "folded figures of a unit's siblings and its place among them, for whoever reaches the unit; without those of fewer than five cases",
  ),
  "sec.member_leaves(uuid,uuid,integer)": asks(
    "app_rw",
    "takes one row off the roll of the open year and hands it to the deed, which nobody may otherwise; checks reach and year itself",
  ),
  "sec.forget_divided(uuid,uuid)": asks(
    "app_rw",
    "removes a file that a division made, when the division is taken back; checks reach and that nobody is on its roll",
  ),
  "sec.open_year()": asks(
    "app_rw",
    "which year is open, asked by the policies that hide the rows of a year that is being prepared",
  ),
  "sec.begin_year(integer)": asks(
    "app_job",
    "begins the next year, which nobody else may; checks that it is the next",
  ),
  "sec.prepare_village(integer,integer)": asks(
    "app_job",
    "makes one village's rows of the year that is being prepared, out of everybody's reach",
  ),
  "sec.turn_year(integer)": asks(
    "app_job",
    "closes the open year and opens the prepared one, at once for everybody",
  ),
  "sec.give_up_year(integer,text)": asks(
    "app_job",
    "removes what was prepared, and never an open or closed year",
  ),
};
