// Whatever speaks of an account or a person is either handed over when they leave, or is history: a new table must say which.
import { expect, test } from "vitest";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

/** What can be open in somebody's name, and the kind of the hand-over that moves or ends it. */
const OPEN: Record<string, string> = {
  "pairing.helper_id": "pairing",
  "import.account_id": "import",
  "job.account_id": "import: follows its import; other jobs end when their requester may nothing more",
  "export.account_id": "export",
  "tree_event.account_id": "treeChange",
  "visit.recorded_by": "visit: whose deed it was stays; what is to be completed goes to waits_for",
  "visit.waits_for": "visit",
  "role_grant.account_id": "role",
  "delegation.from_account": "role: what was lent ends with the role that it was lent from",
  "need.handler_account": "need: to the heir, or back to the people of its level, who name another",
  "instruction.addressee":
    "instruction: an office keeps it; one by name goes to the heir, or stays with the post",
  "delegation.to_account": "role: it ends with the roles",
};

/** Who did or was something; it stays theirs. */
const HISTORY = new Set([
  "account.person_id",
  "audit_event.account_id",
  "change.account_id",
  "closing.account_id",
  "closing_signature.account_id",
  "delegation.made_by",
  "export.decided_by",
  "export_download.account_id",
  "hand_over.account_id",
  "hand_over.by_account",
  "household.head_person_id",
  "import_trace.person_id",
  "income_line.account_id",
  "indicator_version.account_id",
  "indicator_version.withdrawn_by",
  "industry_entity.account_id",
  "industry_link.account_id",
  "industry_party.account_id",
  "measure.account_id",
  "need.raised_by",
  "need.done_by",
  "need_deed.account_id",
  // Whoever gave it stands by name; when he has left, the leaders of his unit settle it.
  "instruction.account_id",
  "boundary_map.account_id",
  "table_form.account_id",
  "instruction_step.account_id",
  "instruction_step.addressee",
  "need_deed.to_account",
  "adjustment_campaign.account_id",
  "duplicate_verdict.account_id",
  "life_change.person_id",
  "life_event.account_id",
  "life_event.undone_by",
  "membership_year.person_id",
  "notice.from_account_id",
  "pairing.account_id",
  "post.account_id",
  "post_quota.account_id",
  "tenure.account_id",
  "tenure.person_id",
  "paper.removed_by",
  "party_member.account_id",
  "party_member.person_id",
  "party_member_flag.account_id",
  // A plan hangs on its place: whoever pairs there carries it out, and everybody in it is looked at anew then.
  "pairing_plan.account_id",
  "pairing_plan_helper.helper_id",
  "pairing_plan_line.helper_id",
  "party_membership.account_id",
  "paper.uploaded_by",
  "party_org_term.account_id",
  "party_org_weak.account_id",
  "party_org_weak.decided_by",
  "party_org_weak.reported_by",
  "party_org_weak_measure.account_id",
  "relocation.account_id",
  "relocation_check.account_id",
  "relocation_check.withdrawn_by",
  "relocation_site.account_id",
  // A case goes on by its steps, which belong to roles: whoever drafted it answers for it and approves it nowhere.
  "procedure_case.drafted_by",
  "procedure_deed.account_id",
  "procedure_plan.account_id",
  "publicity_notice.account_id",
  // Who confirmed a value or handed a village in stands by name, whoever keeps the files now.
  "quality_finding.confirmed_by",
  "quality_finding.person_id",
  "watch_entry.closed_by",
  "quality_submission.account_id",
  "quality_submission.returned_by",
  "reminder.from_account_id",
  // A report hangs on its unit: whoever holds the office goes on with a draft.
  "report.account_id",
  "report.issued_by",
  // Who ordered, visited or closed a sample check stands by name; a check whose checker has left is ordered anew.
  "sample_check.account_id",
  "sample_check.closed_by",
  "sample_checker.account_id",
  "sample_finding.account_id",
  "sample_missed.account_id",
  // Whoever accepted a case or keeps a window stands by name; a part that somebody has is handed to another by the desk.
  "service_case.account_id",
  "service_contact.account_id",
  "service_item.account_id",
  "service_window.account_id",
  "role_grant.granted_by",
  "secondment_check.checked_by",
  "stored_file.uploaded_by",
  "sync_op.account_id",
  "sync_held.account_id",
  "sync_held.dropped_by",
  "talent.account_id",
  "talent.person_id",
  "talent_demand.account_id",
  "talent_filling.account_id",
  "talent_program.account_id",
  "target.account_id",
  "target_settlement.account_id",
  "training.recorded_by",
  // What waits is decided by whoever may make the change, whoever proposed it.
  "tree_proposal.account_id",
  "tree_proposal.decided_by",
  "registry_request.account_id",
  "registry_request.decided_by",
  "year_opening.account_id",
  "training_attendee.person_id",
  // Who told a day, asked for leave or looked stands by name; a request that waits is decided by whoever holds the level.
  "visit_campaign.account_id",
  "duty_post.account_id",
  "duty_holding.account_id",
  "duty_review.account_id",
  "service_pledge.account_id",
  "service_pledge.delivered_by",
  "service_pledge.judged_by",
  "community_check_in.account_id",
  "resident_team.account_id",
  "unit_village.account_id",
  "team_member.account_id",
  "team_member.person_id",
  "team_day.account_id",
  "team_leave.account_id",
  "team_leave.decided_by",
  "team_diary.account_id",
  "team_check.account_id",
  "teaching_secondment.account_id",
  "teaching_secondment.person_id",
  "village_year.account_id",
  "visit_visitor.person_id",
  "visit_addition.account_id",
  // An open hint of whoever has left is asked about by the township when its days are over; it may explain it.
  "visit_hint.person_id",
  "visit_hint.explained_by",
  // A mark of the worker, gone within seconds.
  "visit_look.person_id",
]);

/** Their own keys, habits and read marks: of no use to anybody else, and dead with the account. */
const PERSONAL = new Set([
  "import_column.account_id",
  "inbox_wish.account_id",
  "list_columns.account_id",
  "list_view.account_id",
  "notice.addressee",
  "notice_read.account_id",
  "one_time_code.account_id",
  "recovery_code.account_id",
  "second_factor.account_id",
  "session.account_id",
  "sync_phone.account_id",
]);

test("every column that speaks of an account or a person is handed over, or known as history", async () => {
  const rows = await database.look<{ at: string }>(
    `select table_name || '.' || column_name as at from information_schema.columns
     where table_schema = 'public' and data_type in ('integer', 'uuid', 'text')
       and (column_name ~ '(^|_)(account|person|helper)(_id)?$' or column_name ~ '_by$' or column_name in ('waits_for', 'addressee'))`,
  );
  const unknown = rows
    .map(({ at }) => at)
    .filter((at) => !(at in OPEN || HISTORY.has(at) || PERSONAL.has(at)));
  expect(unknown).toEqual([]);
});
