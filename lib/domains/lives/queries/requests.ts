/** What waits for the window or for a decision, within reach; and one request with what it says, old beside new. */
import { maskPhone } from "#lib/base/mask.ts";
import { isField, may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { type Gate, gateOf } from "#lib/domains/registry-years/campaign.ts";
import { gateAt } from "#lib/domains/registry-years/gate.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { RequestFilter, RequestId } from "../input.ts";
import { textsNow } from "../inside/correction.ts";
import type { Payload } from "../inside/payload.ts";
import { rollOf } from "../inside/roll.ts";
import { isCorrection, type RequestKind, type RequestStatus } from "../request.ts";

export type RequestLine = {
  id: string;
  kind: RequestKind;
  status: RequestStatus;
  title: string;
  place: string;
  township: string | null;
  by: string;
  askedAt: Date;
  /** Waits for the window, and the window is open today. */
  due: boolean;
};

export const MOST_REQUESTS = 200;

export const listRequests = query({
  name: "lives.requests",
  input: RequestFilter,
  may: (viewer) => mayAnywhere(viewer, "household.view") || isField(viewer),
  run: async ({ sql, viewer, today }, { pending }) => {
    const rows = await sql<
      RequestLine & { year: number; opensOn: string | null; closesOn: string; frozenOn: string | null }
    >`
      select r.id, r.kind, r.status, r.title, r.year, d.name as place, up.name as township, r.account_name as by, r.asked_at as "askedAt",
        c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", c.frozen_on::text as "frozenOn"
      from registry_request r join division d on d.id = r.division_id left join division up on up.id = d.parent_id
      left join lateral campaign_at(r.division_id, (select year from registry_year where status = 'OPEN')) c on true
      where ${reachable(viewer, { division: "r.division_id" })} and (not ${pending} or r.status in ('PENDING_WINDOW', 'PENDING'))
      order by r.status not in ('PENDING_WINDOW', 'PENDING'), r.asked_at desc, r.id limit ${MOST_REQUESTS}`;
    return rows.map(({ opensOn, closesOn, frozenOn, year, ...row }): RequestLine => {
      const gate = gateOf(year, opensOn === null ? null : { opensOn, closesOn, frozenOn }, today);
      return { ...row, due: row.status === "PENDING" || (row.status === "PENDING_WINDOW" && gate.open) };
    });
  },
});

export type RequestDetail = RequestLine & {
  divisionId: number;
  householdId: string | null;
  gate: Gate;
  mayDecide: boolean;
  mine: boolean;
  decidedBy: string | null;
  decidedAt: Date | null;
  why: string | null;
  /** What the form said, by field; an ID number only says that there is one. */
  said: Record<string, string>;
  /** Of a correction: when it was asked, today, and wanted. */
  fields: { field: string; before: string; now: string; wanted: string; taken: boolean }[];
  /** The member whose facts are corrected. */
  about: string | null;
  /** Names of whom it speaks. */
  names: Record<string, string>;
};

type Row = Omit<RequestDetail, "gate" | "fields" | "said" | "about" | "names" | "mayDecide" | "due"> & {
  payload: Payload;
  before: Record<string, string> | null;
  taken: string[];
};

export const getRequest = query({
  name: "lives.request",
  input: RequestId,
  run: async (scope, { id }): Promise<RequestDetail> => {
    const { sql, viewer } = scope;
    const [row] = await sql<Row>`
      select r.id, r.kind, r.status, r.title, r.division_id as "divisionId", r.household_id as "householdId", d.name as place, up.name as township,
        r.account_name as by, r.account_id = ${viewer.accountId} as mine, r.asked_at as "askedAt", r.decided_by_name as "decidedBy",
        r.decided_at as "decidedAt", r.why, r.payload, r.before, r.taken
      from registry_request r join division d on d.id = r.division_id left join division up on up.id = d.parent_id
      where r.id = ${id}::uuid and ${reachable(viewer, { division: "r.division_id" })}`;
    if (!row) throw notFound();
    const { payload, before, taken, ...rest } = row;
    const gate = await gateAt(scope, row.divisionId);
    const now = isCorrection(row.kind) ? await textsNow(sql, row.kind, payload, gate.year) : {};
    const shown = (field: string, value: unknown) =>
      field === "phone" && value ? maskPhone(String(value)) : String(value ?? "");
    const people = row.householdId ? await rollOf(sql, row.householdId, gate.year) : [];
    return {
      ...rest,
      gate,
      due: row.status === "PENDING" || (row.status === "PENDING_WINDOW" && gate.open),
      mayDecide: may(viewer, "registry.decide", row.divisionId),
      said: saidIn(payload),
      fields: Object.entries(before ?? {}).map(([field, value]) => ({
        field,
        before: shown(field, value),
        now: shown(field, now[field]),
        wanted: shown(field, payload[field]),
        taken: taken.includes(field),
      })),
      about: people.find(({ personId }) => personId === payload.personId)?.name ?? null,
      names: Object.fromEntries(people.map(({ personId, name }) => [personId, name])),
    };
  },
});

/** Plain fields as text; people and relations are told by name elsewhere. */
function saidIn({ sealedIdNo, ...rest }: Payload): Record<string, string> {
  const said: Record<string, string> = sealedIdNo ? { idNo: "yes" } : {};
  for (const [key, value] of Object.entries(rest))
    if (typeof value === "string" || typeof value === "number") said[key] = String(value);
    else if (Array.isArray(value)) said[key] = value.join(",");
  if (said.phone) said.phone = maskPhone(said.phone);
  return said;
}
