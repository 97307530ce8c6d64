// Procedures in the village of the named people: one of each kind of moment, so that every desk finds something of its own.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { maskName } from "#lib/base/mask.ts";
import { USUAL_PLANS } from "#lib/domains/procedures/plan.ts";
import { isPublicity, isReview, type Kind, type StepName } from "#lib/domains/procedures/procedure.ts";
import { type NewHousehold as Household, homeVillage, newHousehold } from "./one-household.ts";
import { HOME } from "./story.ts";

const PHONE = "0895-4822317";
const CADRE = "贡布扎西";
const SECRETARY = "邓增罗布";
const REVIEWER = "白玛措姆";
const OFFICE = "四郎多吉";

type Planned = {
  kind: Kind;
  /** A new household of that head, or one of the village that is in that state. */
  head?: string;
  status: string;
  /** Which step comes next; null when all are done. */
  next: StepName | null;
  /** On how many days its list has hung so far. */
  hung?: number;
  objection?: string;
  returned?: string;
  application: Record<string, unknown>;
};

const IDENTIFIED = { attribute: "GENERAL", mainCause: "LACK_LABOR", standard: "NATIONAL" };
const PLANNED: Planned[] = [
  {
    kind: "IDENTIFICATION",
    head: "格桑曲培",
    status: "NOT_REGISTERED",
    next: "PUBLICITY_1",
    hung: 4,
    application: { reason: "儿子外出务工受伤，收入中断", ...IDENTIFIED },
  },
  {
    kind: "IDENTIFICATION",
    head: "旦增卓嘎",
    status: "NOT_REGISTERED",
    next: "COUNTY_REVIEW",
    application: { reason: "丈夫去世，家中只有一个劳力", ...IDENTIFIED },
  },
  {
    kind: "IDENTIFICATION",
    head: "洛桑平措",
    status: "NOT_REGISTERED",
    next: "PUBLICITY_2",
    hung: 3,
    objection: "有人反映他家在县城有铺面",
    application: { reason: "去年雪灾损失牲畜", ...IDENTIFIED, mainCause: "DISASTER" },
  },
  {
    kind: "EXIT",
    head: "扎西央宗",
    status: "POOR",
    next: "TOWNSHIP_REVIEW",
    application: { reason: "收入稳定超过标准，住房饮水都有保障" },
  },
  {
    kind: "EXIT",
    head: "嘎玛次成",
    status: "POOR",
    next: "HOUSEHOLD_CHECK",
    returned: "收入没有写明来源，请重新核实",
    application: { reason: "合作社分红增加，收入超过标准" },
  },
  {
    kind: "MONITORING",
    head: "其美多吉",
    status: "NOT_REGISTERED",
    next: "COMPARISON",
    application: { reason: "家人住院，支出骤增", type: "SUDDEN", risks: ["ILLNESS"] },
  },
  {
    kind: "MONITORING",
    status: "EXITED",
    next: null,
    application: { reason: "今年虫草歉收，收入接近监测线", type: "UNSTABLE", risks: ["INDUSTRY"] },
  },
];

type Place = { village: number; account: (name: string) => number };

export async function addProcedures(client: pg.ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<{ id: number; name: string }>("select id, name from account");
  const village = await homeVillage(client);
  if (!village) return;
  const account = (name: string) => rows.find((row) => row.name === name)?.id ?? 0;
  const place: Place = { village: village.id, account };
  const taken: string[] = [];
  for (const planned of PLANNED) {
    const household = planned.head
      ? await newHousehold(client, village, { head: planned.head, status: planned.status }, today)
      : await knownHousehold(client, place, planned.status, taken);
    if (!household) continue;
    taken.push(household.id);
    await addCase(client, place, planned, household, today);
  }
}

async function knownHousehold(
  client: pg.ClientBase,
  { village }: Place,
  status: string,
  taken: string[],
): Promise<Household | undefined> {
  const { rows } = await client.query<Household>(
    `select h.id, h.head_name as name, h.group_name as "groupName", h.member_count as members from household h
     where h.division_id = $1 and h.status = $2 and h.id <> all ($3::uuid[]) order by h.household_no desc limit 1`,
    [village, status, taken],
  );
  return rows[0];
}

const WHO: Partial<Record<StepName, string>> = {
  TOWNSHIP_REVIEW: REVIEWER,
  COMPARISON: REVIEWER,
  PUBLICITY_2: REVIEWER,
  COUNTY_REVIEW: OFFICE,
  ANNOUNCEMENT: OFFICE,
  MARKING: OFFICE,
};
const FACTS: Partial<Record<StepName, object>> = {
  HOUSEHOLD_CHECK: { who: [CADRE, SECRETARY] },
  DEMOCRATIC_REVIEW: {
    venue: "村委会会议室",
    chair: CADRE,
    expected: 32,
    present: 27,
    inFavor: 24,
    against: 2,
    abstained: 1,
  },
  COMPARISON: { hits: [], clear: ["POLICE", "COMMERCE", "HOUSING", "PAYROLL", "VEHICLES"] },
};
const SAID: Partial<Record<StepName, string>> = {
  HOUSEHOLD_CHECK: "入户看了住房、收入和就医情况，与申请一致。",
  TOWNSHIP_REVIEW: "材料齐全，同意上报。",
  COUNTY_REVIEW: "符合标准，同意。",
};

async function addCase(
  client: pg.ClientBase,
  place: Place,
  planned: Planned,
  household: Household,
  today: string,
) {
  const steps = USUAL_PLANS[planned.kind];
  const at = planned.next === null ? steps.length : steps.findIndex(({ step }) => step === planned.next);
  const before = steps.slice(0, at);
  const length = before.reduce((sum, { step, days = 1 }) => sum + (isPublicity(step) ? days : 1), 0);
  const opened = addDays(today, -length - (planned.hung ?? 0));
  const application: Record<string, unknown> = {
    appliedOn: opened,
    ...(planned.kind === "MONITORING" ? { authorizedOn: opened } : {}),
    ...planned.application,
  };
  const { rows } = await client.query<{ id: string }>(
    `insert into procedure_case (kind, division_id, household_id, plan_version, steps, at, status, application, from_status, drafted_by, opened_on, since, returned_why, closed_on, effective_on)
     values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11::date, $12, $13, $13) returning id`,
    [
      ...[planned.kind, place.village, household.id, JSON.stringify(steps), at],
      planned.next === null ? "DONE" : planned.objection ? "OBJECTION" : "RUNNING",
      ...[JSON.stringify(application), planned.status, place.account(CADRE), opened, addDays(today, -1)],
      ...[planned.returned ?? null, planned.next === null ? addDays(today, -1) : null],
    ],
  );
  const procedure = rows[0]!.id;
  const tell = (
    nth: number,
    step: StepName,
    outcome: string,
    day: string,
    opinion: string | null,
    facts: object = {},
  ) => {
    const who = WHO[step] ?? CADRE;
    const unit = who === OFFICE ? HOME.county : who === REVIEWER ? HOME.township : HOME.village;
    return client.query(
      `insert into procedure_deed (case_id, division_id, household_id, at, step, outcome, on_day, opinion, facts, account_id, account_name, unit_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $7::date + time '10:00' + make_interval(mins => $13))`,
      [
        procedure,
        place.village,
        household.id,
        nth,
        step,
        outcome,
        day,
        opinion,
        JSON.stringify(facts),
        place.account(who),
        who,
        unit,
        nth,
      ],
    );
  };
  const post = async (nth: number, step: StepName, day: string, closed: boolean) => {
    const due = addDays(day, 7);
    const paused = planned.objection && !closed ? addDays(today, -1) : null;
    await client.query(
      `with n as (insert into publicity_notice (code, division_id, kind, step, from_on, days, calendar, office, phone, account_id)
         values (substr(md5($1 || $4), 1, 16), $2, $3, $4, $5, 7, 'CALENDAR', $6, $7, $8) returning id)
       insert into publicity_line (notice_id, case_id, division_id, household_id, at, shown_name, group_name, persons, item, due_on, paused_on, closed_on)
         select id, $1::uuid, $2, $9::uuid, $10, $11, $12, $13, $14, $15, $16, $17 from n`,
      [
        ...[
          procedure,
          place.village,
          planned.kind,
          step,
          day,
          HOME.village,
          PHONE,
          place.account(WHO[step] ?? CADRE),
          household.id,
          nth,
        ],
        ...[maskName(household.name), household.groupName, household.members],
        planned.kind === "MONITORING" ? `MONITORING_${String(application.type)}` : planned.kind,
        ...[due, paused, closed ? due : null],
      ],
    );
    await tell(nth, step, step === "ANNOUNCEMENT" ? "DONE" : "POSTED", day, null, {
      days: 7,
      calendar: "CALENDAR",
      until: due,
    });
    if (paused) await tell(nth, step, "OBJECTED", paused, planned.objection ?? null);
  };
  let day = opened;
  for (const [nth, { step }] of before.entries()) {
    if (isPublicity(step)) {
      await post(nth, step, day, true);
      day = addDays(day, 7);
      await tell(nth, step, "CLOSED", day, null);
    } else if (step === "ANNOUNCEMENT") await post(nth, step, day, false);
    else {
      const opinion = step === "APPLICATION" ? String(application.reason) : (SAID[step] ?? null);
      await tell(nth, step, isReview(step) ? "APPROVED" : "DONE", day, opinion, FACTS[step]);
    }
    if (!isPublicity(step)) day = addDays(day, 1);
  }
  if (planned.hung && planned.next) await post(at, planned.next, addDays(today, -planned.hung), false);
  if (planned.returned)
    await tell(
      steps.findIndex(({ step }) => step === "TOWNSHIP_REVIEW"),
      "TOWNSHIP_REVIEW",
      "RETURNED",
      addDays(today, -1),
      planned.returned,
      { to: planned.next },
    );
  if (planned.kind === "MONITORING" && planned.next === null)
    await client.query(
      "insert into household_monitoring (household_id, division_id, type, risks, from_on, opened_case) values ($1, $2, $3, $4, $5, $6)",
      [household.id, place.village, application.type, application.risks, addDays(today, -1), procedure],
    );
}
