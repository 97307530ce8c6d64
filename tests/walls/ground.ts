// The ground the walls are tried on: nine places with everything in each, and one person for every role; all of it marked.
import { createHash, randomBytes } from "node:crypto";
import type { Session } from "#lib/platform/scope.ts";
import { idDigest, idTailDigest, sealIdNo } from "#lib/platform/seal.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { type CheckTarget, checkIds, plantCheck } from "./ground-checks.ts";
import { type FieldTarget, fieldIds, plantField } from "./ground-field.ts";
import { plantFacts, plantHint, plantLines } from "./ground-files.ts";
import { plantIndustry } from "./ground-industry.ts";
import { type LifeTarget, lifeIds, plantLives } from "./ground-lives.ts";
import { type NeedTarget, needIds, plantNeeds } from "./ground-needs.ts";
import { plantService, type ServiceTarget, serviceIds } from "./ground-one-stop.ts";
import { type OrgLifeTarget, orgLifeIds, plantOrgLife } from "./ground-orgs.ts";
import { type ProcedureTarget, plantProcedure, procedureIds } from "./ground-procedures.ts";
import { plantTalent, type TalentTarget, talentIds } from "./ground-talent.ts";

/** id → level, parent. "A" is the county of most roles, "B" the other county. */
export const PLACES = {
  top: { id: 80001, level: "PREFECTURE", parent: null },
  A: { id: 80002, level: "COUNTY", parent: "top" },
  B: { id: 80003, level: "COUNTY", parent: "top" },
  A1: { id: 80004, level: "TOWNSHIP", parent: "A" },
  A2: { id: 80005, level: "TOWNSHIP", parent: "A" },
  B1: { id: 80006, level: "TOWNSHIP", parent: "B" },
  A1x: { id: 80007, level: "VILLAGE", parent: "A1" },
  A1y: { id: 80008, level: "VILLAGE", parent: "A1" },
  B1x: { id: 80009, level: "VILLAGE", parent: "B1" },
} as const satisfies Record<string, { id: number; level: string; parent: string | null }>;
export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

/** From the place itself up to the top. */
export function lineOf(place: PlaceName): PlaceName[] {
  const { parent } = PLACES[place];
  return parent ? [place, ...lineOf(parent)] : [place];
}

/** Where each role is held here. */
export const HELD_AT: Record<string, PlaceName> = {
  PREFECTURE_ADMIN: "top",
  PREFECTURE_VIEWER: "top",
  COUNTY_ADMIN: "A",
  COUNTY_ORG_DEPT: "A",
  COUNTY_POVERTY_OFFICE: "A",
  COUNTY_FINANCE: "A",
  DEPARTMENT_USER: "A",
  TOWNSHIP_ADMIN: "A1",
  TOWNSHIP_REVIEWER: "A1",
  FIRST_SECRETARY: "A1x",
  TEAM_MEMBER: "A1x",
  VILLAGE_CADRE: "A1x",
  HELPER: "A1x",
  APPRAISER: "A",
  AUDITOR: "top",
  SYSTEM_ADMIN: "top",
  SECURITY_ADMIN: "top",
};

type Planted = TalentTarget & LifeTarget & CheckTarget & FieldTarget & NeedTarget & ServiceTarget;
/** One of everything in a place. `paired` is the household that the helper of this ground helps. */
export type Target = Planted &
  ProcedureTarget &
  OrgLifeTarget & {
    place: PlaceName | null;
    node: number;
    household: string;
    person: string;
    visit: string;
    pairing: string;
    account: number;
    grant: number;
    org: number;
    change: string;
    orgChange: string;
    orgDone: string;
    /** A renaming of the division that was carried out, and another that somebody proposed. */
    done: string;
    proposal: string;
    orgProposal: string;
    /** Begun by the account held at the place: nobody else's business. */
    import: string;
    /** A photo of the visit. */
    file: string;
    /** A paper of the organization. */
    paper: string;
    /** Held in the place, with one of its people and a name that nobody knows yet. */
    training: string;
    attendee: string;
    /** An organization of the industry chain that sits in the place, and its link with the household. */
    entity: string;
    link: string;
    /** A measure for the household (帮扶措施). */
    aid: string;
    /** The person as a Party member in the roster of the organization, and a mark of him. */
    member: string;
    mark: string;
    /** The secretary's post of the organization, and the tenure of the person in it. */
    post: string;
    tenure: string;
    paired: boolean;
  };

export type Ground = {
  targets: Target[];
  /** Not there at all. */
  nowhere: Target;
  helper: string;
  sessions: Map<string, Session>;
  /** Marker of a household → the place it lies in, and whether it is the helper's. */
  marks: Map<string, { place: PlaceName; paired: boolean }>;
};

const uuid = (name: string) => {
  const hex = createHash("md5").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
/** Stands in every text of a household's rows, so that a leak shows wherever it comes out. */
export const MARK = /标(\d{3})标/g;

export async function layGround({ look }: TestDatabase): Promise<Ground> {
  const day = "2020-01-01";
  for (const [name, { id, level, parent }] of Object.entries(PLACES))
    await look(
      "insert into division (id, name, code, level, parent_id, opened_on) values ($1, $2, null, $3, $4, $5)",
      [id, `地${name}`, level, parent ? PLACES[parent as PlaceName].id : null, day],
    );
  for (const name of PLACE_NAMES)
    for (const [depth, above] of lineOf(name).entries())
      await look(
        "insert into division_closure (ancestor_id, node_id, depth, from_on) values ($1, $2, $3, $4)",
        [PLACES[above].id, PLACES[name].id, depth, day],
      );
  await look("insert into registry_year (year, status) values (2026, 'OPEN') on conflict do nothing");
  await plantLines(look);
  const helper = uuid("helper");
  await look("insert into person (id, name, division_id) values ($1, '外来帮扶', $2)", [helper, PLACES.A.id]);
  const ground: Ground = {
    targets: [],
    nowhere: missing(),
    helper,
    sessions: new Map(),
    marks: new Map(),
  };
  let number = 100;
  for (const place of PLACE_NAMES) {
    ground.targets.push(await furnish(look, ground, place, number++, false));
    if (place === "A1x" || place === "B1x")
      ground.targets.push(await furnish(look, ground, place, number++, true));
  }
  for (const [role, place] of Object.entries(HELD_AT))
    ground.sessions.set(role, await enroll(look, role, place, helper));
  return ground;
}

type Look = TestDatabase["look"];

/** What the other files of the ground plant in a place. */
const plantedIds = (id: (name: string) => string) => ({
  ...{ ...orgLifeIds(id), ...procedureIds(id), ...talentIds(id), ...lifeIds(id) },
  ...{ ...checkIds(id), ...fieldIds(id), ...needIds(id), ...serviceIds(id) },
});

async function furnish(
  look: Look,
  ground: Ground,
  place: PlaceName,
  number: number,
  paired: boolean,
): Promise<Target> {
  const node = PLACES[place].id;
  const mark = `标${number}标`;
  ground.marks.set(String(number), { place, paired });
  const target = { ...missing(), place, node, paired };
  Object.assign(target, {
    household: uuid(`household ${number}`),
    person: uuid(`person ${number}`),
    visit: uuid(`visit ${number}`),
    pairing: uuid(`pairing ${number}`),
    change: uuid(`change ${number}`),
    orgChange: uuid(`orgChange ${number}`),
    orgDone: uuid(`orgDone ${number}`),
    done: uuid(`done ${number}`),
    proposal: uuid(`proposal ${number}`),
    orgProposal: uuid(`orgProposal ${number}`),
    import: uuid(`import ${number}`),
    file: uuid(`file ${number}`),
    paper: uuid(`paper ${number}`),
    training: uuid(`training ${number}`),
    attendee: uuid(`attendee ${number}`),
    entity: uuid(`entity ${number}`),
    link: uuid(`link ${number}`),
    aid: uuid(`aid ${number}`),
    member: uuid(`member ${number}`),
    mark: uuid(`mark ${number}`),
    post: uuid(`post ${number}`),
    tenure: uuid(`tenure ${number}`),
    ...plantedIds((name) => uuid(`${name} ${number}`)),
    org: 70000 + number,
  });
  const { household, person, visit, pairing } = target;
  const idNo = `54030219900101${number}X`;
  const sealed = sealIdNo(idNo);
  await look(
    "insert into household (id, household_no, division_id, head_name, status, phone, group_name, member_count) values ($1, $2, $3, $4, 'POOR', '13900000000', $5, 1)",
    [household, `${mark}号`, node, `户主${mark}`, `组${mark}`],
  );
  await look(
    "insert into household_year (household_id, year, division_id, head_name, status, address) values ($1, 2026, $2, $3, 'POOR', $4)",
    [household, node, `户主${mark}`, `址${mark}`],
  );
  await look(
    "insert into household_spell (household_id, division_id, status, from_on) values ($1, $2, 'POOR', '2020-01-01')",
    [household, node],
  );
  await look(
    "insert into person (id, name, division_id, household_id, phone, id_no_sealed, id_no_digest, id_tail_digest, unit_name) values ($1, $2, $3, $4, '13900000000', $5, $6, $7, $8)",
    [
      person,
      `人${mark}`,
      node,
      household,
      sealed.idNoSealed,
      idDigest(idNo),
      idTailDigest(idNo),
      `单位${mark}`,
    ],
  );
  await look(
    "insert into membership_year (person_id, year, household_id, division_id, name, relation) values ($1, 2026, $2, $3, $4, 'HEAD')",
    [person, household, node, `人${mark}`],
  );
  await plantFacts(look, { aid: target.aid, household, node, mark });
  await look(
    "insert into pairing (id, household_id, division_id, helper_id, helper_name, helper_unit, kind, from_on) values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')",
    [
      pairing,
      household,
      node,
      paired ? ground.helper : person,
      `帮${mark}`,
      `单位${mark}`,
      paired ? "FIRST_HELPER" : "KINSHIP",
    ],
  );
  await look(
    "insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, note) values ($1, $2, $3, $3, current_date, 'HOME', 'NORMAL', $4)",
    [visit, household, node, `记${mark}`],
  );
  await look(
    "insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on) values ($1, $2, $3, $4, $5, current_date)",
    [visit, person, `人${mark}`, household, node],
  );
  await plantHint(look, target);
  await look(
    "insert into stored_file (id, kind, owner, owner_id, division_id, household_id, sha256, media_type, size, name, uploaded_by) values ($1, 'PHOTO', 'visit', $2::uuid::text, $3, $4, sha256('photo'), 'image/jpeg', 1, $5, 0)",
    [target.file, visit, node, household, `照${mark}`],
  );
  await look(
    "insert into change (verb, entity, entity_id, division_id, household_id, field, old, new) values ('household.corrected', 'household', $1::uuid::text, $2, $1::uuid, 'phone', $3, $3)",
    [household, node, `改${mark}`],
  );
  for (const [kind, id, title] of [
    ["household", household, `户主${mark}`],
    ["person", person, `人${mark}`],
  ])
    await look(
      "insert into search_entry (kind, subject_id, division_id, household_id, title, grams, pinyin) values ($1, $2, $3, $4, $5, array['标','户主','人','户','主'], 'biaoji')",
      [kind, id, node, household, title],
    );
  const [account] = await look<{ id: number }>(
    "insert into account (username, name, division_id) values ($1, $2, $3) returning id",
    [`held-${number}`, `号${number}`, node],
  );
  await look(
    "insert into import (id, sheet, account_id, division_id, year, file_name, stored_as, size, sha256, status) values ($1::uuid, 'pairings', $2, $3, 2026, $4, $1::uuid::text, 1, '', 'CHECKED')",
    [target.import, account?.id, node, `表${mark}`],
  );
  await look(
    "insert into import_row (import_id, row_no, action, values, problems) values ($1, 1, 'BAD', $2, '[]')",
    [target.import, JSON.stringify({ name: `行${mark}` })],
  );
  const [grant] = await look<{ id: number }>(
    "insert into role_grant (account_id, role, division_id) values ($1, 'HELPER', $2) returning id",
    [account?.id, node],
  );
  await look(
    "insert into party_org (id, name, kind, setting, division_id, opened_on) values ($1, $2, 'BRANCH', 'TERRITORIAL', $3, '2020-01-01')",
    [target.org, `支部${number}`, node],
  );
  await look(
    "insert into party_org_closure (ancestor_id, node_id, depth, from_on) values ($1, $1, 0, '2020-01-01')",
    [target.org],
  );
  await look(
    "insert into training (id, division_id, title, mode, audience, topic, level, from_on, to_on, hours, recorded_by) values ($1, $2, $3, 'COURSE', 'VILLAGERS', 'POLICY', 'VILLAGE', '2026-01-05', '2026-01-05', 8, 0)",
    [target.training, node, `训${mark}`],
  );
  await look(
    "insert into training_attendee (training_id, host_id, person_id, division_id, name, standing) values ($1, $2, $3, $2, $4, 'KNOWN')",
    [target.training, node, person, `人${mark}`],
  );
  await look(
    "insert into training_attendee (id, training_id, host_id, division_id, name, standing) values ($1, $2, $3, $3, $4, 'UNKNOWN')",
    [target.attendee, target.training, node, `谁${mark}`],
  );
  await plantIndustry(look, { ...target, covered: PLACES.A1x.id });
  await plantOrgLife(look, target, mark);
  await plantTalent(look, { ...target, number, mark });
  await plantProcedure(look, target, mark);
  await plantCheck(look, { ...target, mark });
  await plantField(look, { ...target, mark });
  await plantNeeds(look, { ...target, mark });
  await plantService(look, { ...target, number, mark });
  await plantLives(look, { ...target, mark, twinHead: uuid(`twin head ${number}`) });
  const later = "current_date + 30";
  await look(
    `insert into tree_event (id, tree, kind, node_id, effective_on, detail) values ($1, 'DIVISION', 'RENAME', $2, ${later}, '{"name":"新"}')`,
    [target.change, node],
  );
  await look(
    "insert into tree_event (id, tree, kind, node_id, effective_on, detail, status, done_at) values ($1, 'DIVISION', 'RENAME', $2, current_date, $3, 'DONE', now())",
    [target.done, node, JSON.stringify({ name: "新", oldName: `旧${number}` })],
  );
  await look(
    "insert into tree_proposal (id, kind, node_id, division_id, fields, account_id, account_name) values ($1, 'rename', $2, $2, $3, 0, $4)",
    [target.proposal, node, JSON.stringify({ name: "新名", effectiveOn: "2027-01-01" }), `议${mark}`],
  );
  await look(
    "insert into tree_proposal (id, tree, kind, node_id, division_id, fields, account_id, account_name) values ($1, 'PARTY_ORG', 'rename', $2, $3, $4, 0, $5)",
    [
      target.orgProposal,
      target.org,
      node,
      JSON.stringify({ name: "新支", effectiveOn: "2027-01-01" }),
      `议${mark}`,
    ],
  );
  await look(
    `insert into tree_event (id, tree, kind, node_id, effective_on, detail) values ($1, 'PARTY_ORG', 'RENAME', $2, ${later}, '{"name":"新"}')`,
    [target.orgChange, target.org],
  );
  await look(
    "insert into tree_event (id, tree, kind, node_id, effective_on, detail, status, done_at) values ($1, 'PARTY_ORG', 'RENAME', $2, current_date, $3, 'DONE', now())",
    [target.orgDone, target.org, JSON.stringify({ name: "新", oldName: `旧组织${number}` })],
  );
  return { ...target, account: account?.id ?? 0, grant: grant?.id ?? 0 };
}

function missing(): Target {
  const id = (name: string) => uuid(`missing ${name}`);
  return {
    place: null,
    node: 89999,
    household: id("household"),
    person: id("person"),
    visit: id("visit"),
    pairing: id("pairing"),
    change: id("change"),
    orgChange: id("orgChange"),
    orgDone: id("orgDone"),
    done: id("done"),
    proposal: id("proposal"),
    orgProposal: id("orgProposal"),
    import: id("import"),
    file: id("file"),
    paper: id("paper"),
    training: id("training"),
    attendee: id("attendee"),
    entity: id("entity"),
    link: id("link"),
    aid: id("aid"),
    member: id("member"),
    mark: id("mark"),
    post: id("post"),
    tenure: id("tenure"),
    ...plantedIds(id),
    account: 89999,
    grant: 89999,
    org: 89999,
    paired: false,
  };
}

async function enroll(look: Look, role: string, place: PlaceName, helper: string): Promise<Session> {
  const [account] = await look<{ id: number }>(
    "insert into account (username, name, division_id, person_id) values ($1, $2, $3, $4) returning id",
    [`wall-${role.toLowerCase()}`, role, PLACES[place].id, role === "HELPER" ? helper : null],
  );
  await look("insert into role_grant (account_id, role, division_id) values ($1, $2, $3)", [
    account?.id,
    role,
    PLACES[place].id,
  ]);
  const token = randomBytes(32).toString("base64url");
  await look(
    "insert into session (digest, account_id, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now() + interval '1 hour')",
    [token, account?.id],
  );
  return { token };
}
