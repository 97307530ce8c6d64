/** What the addresses of the lists of talent ask for, read so that nonsense asks for nothing. */
import { readDay } from "#lib/base/calendar.ts";
import { uuid } from "#lib/base/typed-fields.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { DemandFilter, TalentFilter } from "#lib/domains/talent/input.ts";
import { SecondmentFilter } from "#lib/domains/talent/secondment-input.ts";
import {
  CHANNELS,
  DEMAND_STATES,
  LIST_STATES,
  SECONDMENT_STATES,
  SIDES,
  STREAMS,
  TALENT_KINDS,
} from "#lib/domains/talent/talent.ts";

export const oneOf = <Value extends string>(list: readonly Value[], asked: string | undefined) =>
  list.find((value) => value === asked);

export function scopeAsked(params: URLSearchParams, today: string) {
  return {
    unit: params.get("u")?.slice(0, 12) ?? undefined,
    on: readDay(params.get("on") ?? "", today) ?? undefined,
  };
}

export function listAsked(params: URLSearchParams) {
  return {
    q: (params.get("q") ?? "").slice(0, 40),
    page: Math.min(Math.max(Math.trunc(Number(params.get("page")) || 1), 1), 1000),
  };
}

export const filterAsked = (params: URLSearchParams, name: string) =>
  filtersOf(params)[name]?.[0]?.slice(0, 40);
export const idAsked = (text: string | undefined) => uuid.safeParse(text).data;

export const CHECKED = ["ON", "OFF", "NEVER"] as const;

const common = (params: URLSearchParams, today: string) => ({
  ...scopeAsked(params, today),
  ...listAsked(params),
});
export const talentAsked = (params: URLSearchParams, today: string) =>
  TalentFilter.parse({
    ...common(params, today),
    stream: oneOf(STREAMS, filterAsked(params, "stream")),
    channel: oneOf(CHANNELS, filterAsked(params, "channel")),
    kind: oneOf(TALENT_KINDS, filterAsked(params, "kind")),
    program: idAsked(filterAsked(params, "program")),
    state: oneOf(LIST_STATES, filterAsked(params, "state")),
  });
export const demandsAsked = (params: URLSearchParams, today: string) =>
  DemandFilter.parse({
    ...common(params, today),
    kind: oneOf(TALENT_KINDS, filterAsked(params, "kind")),
    state: oneOf(DEMAND_STATES, filterAsked(params, "state")),
  });
export const secondmentsAsked = (params: URLSearchParams, today: string) =>
  SecondmentFilter.parse({
    ...common(params, today),
    side: oneOf(SIDES, filterAsked(params, "side")),
    state: oneOf(SECONDMENT_STATES, filterAsked(params, "state")),
    checked: oneOf(CHECKED, filterAsked(params, "checked")),
    subject: filterAsked(params, "subject"),
  });
