// Accounts, roles, codes and one's own settings.
import { PLACES } from "../ground.ts";
import { anybody, hasVerb, managed, type Oracle, tending, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

/** A role that fits the level of a place. */
const fitting = (node: number) => {
  const level = Object.values(PLACES).find(({ id }) => id === node)?.level;
  if (level === "PREFECTURE") return "PREFECTURE_VIEWER";
  if (level === "COUNTY") return "COUNTY_FINANCE";
  return level === "TOWNSHIP" ? "TOWNSHIP_REVIEWER" : "TEAM_MEMBER";
};
const administers: Oracle = (role, target) => {
  if (target.place === null) return "not-found";
  return under(role, target) && hasVerb(role, "account.make") ? "ok" : "refused";
};
const makesWithRole: Oracle = (role, target) =>
  administers(role, target) === "ok" && !hasVerb(role, "account.grant")
    ? "refused"
    : administers(role, target);

const managedPlace: Oracle = (role, target) =>
  hasVerb(role, "account.manage") || hasVerb(role, "account.make")
    ? under(role, target)
      ? "ok"
      : "not-found"
    : "refused";

export const accountSamples: Record<string, Sample> = {
  "accounts.create": {
    expects: makesWithRole,
    input: ({ node }) => ({ username: "new.person", name: "新人", divisionId: node, role: fitting(node) }),
  },
  "accounts.inBulk": {
    expects: administers,
    input: ({ node }) => ({
      divisionId: node,
      role: fitting(node),
      text: "新人甲",
      people: [],
      step: "make",
    }),
  },
  "accounts.giveRole": {
    expects: managed("account.grant"),
    input: ({ account, node }) => ({ accountId: account, divisionId: node, role: fitting(node) }),
  },
  "accounts.endGrant": { expects: managed("account.grant"), input: ({ grant }) => ({ grantId: grant }) },
  "accounts.setStatus": {
    expects: managed(),
    input: ({ account }) => ({ accountId: account, status: "DISABLED" }),
  },
  "accounts.resetPassword": {
    expects: managed("account.grant"),
    input: ({ account }) => ({ accountId: account }),
  },
  "accounts.list": { expects: tending, input: ({ node }) => ({ unit: node }) },
  "accounts.toSuspend": { expects: tending, input: ({ account }) => ({ accountIds: [account] }) },
  "accounts.get": { expects: managedPlace, input: ({ account }) => ({ accountId: account }) },
  "accounts.place": { expects: managedPlace, input: ({ node }) => ({ unit: node }) },
  "accounts.previewRoles": { expects: managedPlace, input: ({ node }) => ({ unit: node }) },
  "accounts.findPeople": { expects: tending, input: () => ({ q: "标" }) },
  "accounts.resetFactor": {
    expects: managed("account.grant"),
    input: ({ account }) => ({ accountId: account }),
  },
  "me.makeRecoveryCodes": { expects: anybody, input: () => ({}) },
  "me.letProofLapse": { expects: anybody, input: () => ({}) },
  "me.confirm": { expects: anybody, input: () => ({}) },
  "me.factor": { expects: anybody, input: () => ({}) },
  "accounts.signOut": { expects: managed(), input: ({ account }) => ({ accountId: account }) },
  "accounts.issueSlips": {
    expects: managed("account.grant"),
    input: ({ account }) => ({ accountIds: [account] }),
  },
  "accounts.suspendMany": { expects: managed(), input: ({ account }) => ({ accountIds: [account] }) },
  "handover.count": { expects: managedPlace, input: ({ account }) => ({ accountId: account }) },
  "handover.rehearse": {
    expects: (role, target) =>
      managedPlace(role, target) === "ok"
        ? managed("account.grant")(role, target)
        : managedPlace(role, target),
    input: ({ account }) => ({ accountId: account }),
  },
  "handover.carryOut": {
    expects: managed("account.grant"),
    input: ({ account }) => ({ accountId: account, reason: "TRANSFERRED", finish: "yes" }),
  },
  // What is lent by the grant of another is refused as a rule, after everything that decides who may.
  "delegations.lend": {
    expects: managed("account.grant"),
    input: ({ account }) => ({
      accountId: account,
      to: account,
      grants: [2_000_000],
      fromOn: "今天",
      toOn: "今天",
      reason: "休假",
    }),
  },
  "delegations.end": {
    expects: () => "not-found",
    input: () => ({ id: "00000000-0000-7000-8000-000000000001" }),
  },
  "delegations.of": {
    expects: managed("account.grant"),
    input: ({ account }) => ({ accountId: account, q: "标记" }),
  },
  "accounts.signIns": { expects: managedPlace, input: ({ account }) => ({ accountId: account }) },
  "me.signIns": { expects: anybody, input: () => ({}) },
  "me.account": { expects: anybody, input: () => ({}) },
  "me.sessions": { expects: anybody, input: () => ({}) },
  "me.changePassword": {
    expects: anybody,
    input: () => ({ current: "not the right one", password: "a much better one, surely" }),
  },
  "me.savePreferences": { expects: anybody, input: () => ({ theme: "dark" }) },
  "me.endSession": { expects: () => "not-found", input: () => ({ session: "00".repeat(32) }) },
  "me.endOtherSessions": { expects: anybody, input: () => ({}) },
};
