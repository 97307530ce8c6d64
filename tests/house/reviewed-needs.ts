// The functions of needs, and of what else is put into hands by name, with their owner's rights, each with its reason.
import { INSTRUCTION_FUNCTIONS } from "./reviewed-instructions.ts";
import { asks, type Reviewed } from "./reviewed-marks.ts";

export const NEED_FUNCTIONS: Record<string, Reviewed> = {
  ...INSTRUCTION_FUNCTIONS,
  "need_step()": asks(
    "triggers",
    "a need moves by its steps alone: checks that this one is allowed and moves it, which nobody may otherwise",
  ),
  "need_begins()": asks("triggers", "a need begins with nothing done, whoever writes it"),
  "need_raised()": asks("triggers", "the first step of a need is written with it"),
  "sec.my_needs()": asks(
    "app_rw",
    "which needs were put into one's hands by name: a policy of their steps asks it",
  ),
  "sec.need_handlers(integer,uuid)": asks(
    "app_rw",
    "to whom one may hand a need: names and units of accounts at a place or helping the household; checks the reach itself",
  ),
  "sec.part_handlers(integer)": asks(
    "app_rw",
    "to whom one may hand a part of a case: names, offices and levels of accounts at a place and above it; checks the reach itself",
  ),
  "sec.handled_needs()": asks(
    "app_rw",
    "which needs came back open although the asker had reported a result: the policies of needs and their steps ask it",
  ),
  "sec.take_back_needs_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which needs went on since; says so by kind only",
  ),
  "sec.take_back_duties_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which holdings of posts were touched since; says so by kind only",
  ),
  "sec.take_back_duties(uuid)": asks(
    "app_rw",
    "removes holdings, judgements and posts that one's own import brought in and nobody touched; checks owner, days and reach itself",
  ),
  "sec.take_back_teams_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which members of teams were touched since; says so by kind only",
  ),
  "sec.take_back_teams(uuid)": asks(
    "app_rw",
    "removes members, teams and persons that one's own import brought in and nobody used, restores the others; checks owner, days and reach itself",
  ),
  "sec.take_back_attendance_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which days of members were put right since; says so by kind only",
  ),
  "sec.take_back_attendance(uuid)": asks(
    "app_rw",
    "removes days that one's own import told and nobody put right since, restores the others; checks owner, days and reach itself",
  ),
  "sec.take_back_visits_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which visits were touched since; says so by kind only",
  ),
  "sec.take_back_visits(uuid)": asks(
    "app_rw",
    "withdraws visits that one's own import brought in and removes the needs that they raised and nobody touched; checks owner, days and reach itself",
  ),
  "sec.take_back_needs(uuid)": asks(
    "app_rw",
    "removes needs that one's own import raised and nobody touched, which nobody may otherwise; checks owner, days and reach itself",
  ),
};
