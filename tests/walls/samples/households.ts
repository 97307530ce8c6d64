// The registry: households with their members, pairings and visits.
import { PLACES } from "../ground.ts";
import { anybody, anywhere, deed, deedOrHelp, hasVerb, type Oracle, seen, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const fresh = "0196a000-0000-7000-8000-000000000001";

/** A list under a unit: one's own home unit answers always, other units within reach. */
export const unitSeen: Oracle = (role, target) => {
  if (target.place === null) return "not-found";
  return (under(role, target) && sees(role, { ...target, paired: false })) || isHome(role, target.node)
    ? "ok"
    : "not-found";
};
/** Whom no role and no pairing opens the register to is refused by name. */
export const registerSeen: Oracle = (role, target) =>
  role === "HELPER" || hasVerb(role, "household.view") ? unitSeen(role, target) : "refused";
const HOME: Record<string, number> = {
  COUNTY_FINANCE: PLACES.A.id,
  DEPARTMENT_USER: PLACES.A.id,
  HELPER: PLACES.A1x.id,
  AUDITOR: PLACES.top.id,
  SYSTEM_ADMIN: PLACES.top.id,
  SECURITY_ADMIN: PLACES.top.id,
};
const isHome = (role: string, node: number) => HOME[role] === node;
const isVillage = (node: number) =>
  node === PLACES.A1x.id || node === PLACES.A1y.id || node === PLACES.B1x.id;
const villageDeed: Oracle = (role, target) =>
  isVillage(target.node) ? deed("household.edit")(role, { ...target, paired: false }) : "not-found";
/** The rows of a unit as a file. */
export const takesOut: Oracle = (role, target) =>
  unitSeen(role, target) === "ok"
    ? under(role, target) && hasVerb(role, "household.export")
      ? "ok"
      : "refused"
    : "not-found";
/** Rows by the number of a household: what is out of reach is an empty list. */
const rowsOnly = anybody;

export const householdSamples: Record<string, Sample> = {
  "households.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "households.panel": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "households.villages": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "households.get": { expects: seen, input: ({ household }) => ({ id: household }) },
  "households.members": { expects: rowsOnly, input: ({ household }) => ({ id: household }) },
  "households.years": { expects: rowsOnly, input: ({ household }) => ({ id: household }) },
  "households.facts": { expects: seen, input: ({ household }) => ({ id: household }) },
  "households.timeline": { expects: rowsOnly, input: ({ household }) => ({ id: household }) },
  "households.memberFacts": {
    expects: seen,
    input: ({ household, person }) => ({ householdId: household, personId: person }),
  },
  "households.doorFacts": { expects: seen, input: ({ household }) => ({ id: household }) },
  "households.factNow": {
    expects: seen,
    input: ({ household }) => ({ householdId: household, field: "waterSafe" }),
  },
  "households.tellFact": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household }) => ({ householdId: household, field: "housingGrade", was: "", value: "D" }),
  },
  "households.correctMember": {
    expects: deed("household.edit"),
    input: ({ household, person }) => ({
      ...{ householdId: household, personId: person },
      ...{ was: "{}", labor: "SKILLED" },
    }),
  },
  "relocations.checks": { expects: rowsOnly, input: ({ household }) => ({ id: household }) },
  "relocations.check": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household }) => ({ id: household, on: today, living: "yes" }),
  },
  "relocations.withdrawCheck": {
    expects: deed("household.edit"),
    input: ({ aid }) => ({ id: aid, why: "看错了户" }),
  },
  "relocations.openSite": {
    expects: (role, target) =>
      sees(role, { ...target, paired: false })
        ? hasVerb(role, "household.edit")
          ? "ok"
          : "refused"
        : "not-found",
    input: ({ node }) => ({ divisionId: String(node), name: "新安置点" }),
  },
  "relocations.sites": { expects: anybody, input: () => ({}) },
  "households.history": { expects: rowsOnly, input: ({ household }) => ({ id: household }) },
  "households.export": {
    expects: takesOut,
    input: ({ node }) => ({ unit: String(node) }),
  },
  "households.correct": {
    expects: deed("household.edit"),
    input: ({ household }) => ({ id: household, was: "{}", phone: "13911112222" }),
  },
  "households.register": {
    expects: villageDeed,
    input: ({ node }) => ({ divisionId: String(node), name: "新户主", status: "POOR" }),
  },
  "households.move": {
    expects: (role, target) =>
      sees(role, { place: "A1y", paired: false }) ? deed("household.edit")(role, target) : "not-found",
    input: ({ household }) => ({ id: household, toDivisionId: String(PLACES.A1y.id), on: today }),
  },
  "households.revealIdNo": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household, person }) => ({
      householdId: household,
      personId: person,
      reason: "VERIFY_IDENTITY",
    }),
  },
  "households.revealPhone": {
    expects: deedOrHelp("household.edit", "visit.record"),
    input: ({ household }) => ({ householdId: household }),
  },
  "pairings.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "pairings.uncovered": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "pairings.lapsed": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "pairings.helperLoads": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "pairings.ofHousehold": { expects: rowsOnly, input: ({ household }) => ({ household }) },
  "pairings.householdsChosen": { expects: rowsOnly, input: ({ household }) => ({ ids: [household] }) },
  "pairings.findHelpers": { expects: anywhere("pairing.edit"), input: () => ({ q: "人" }) },
  "pairings.loadLimits": { expects: anybody, input: () => ({ q: "" }) },
  "pairings.get": { expects: seen, input: ({ pairing }) => ({ id: pairing }) },
  "pairings.pair": {
    expects: deed("pairing.edit"),
    input: ({ household }) => ({
      householdId: household,
      newName: "新帮扶人",
      newUnit: "县卫健委",
      kind: "KINSHIP",
      fromOn: today,
    }),
  },
  "pairings.pairMany": {
    expects: deed("pairing.edit"),
    input: ({ household }) => ({
      households: [household],
      newName: "新帮扶人",
      newUnit: "县卫健委",
      kind: "KINSHIP",
      fromOn: today,
    }),
  },
  "pairings.end": {
    expects: deed("pairing.edit"),
    input: ({ pairing }) => ({ id: pairing, toOn: today, reason: "ROTATED" }),
  },
  "pairings.replace": {
    expects: deed("pairing.edit"),
    input: ({ pairing }) => ({
      id: pairing,
      toOn: today,
      reason: "ROTATED",
      fromOn: today,
      newName: "接替人",
      newUnit: "县卫健委",
    }),
  },
  "pairings.handOn": {
    expects: deed("pairing.edit"),
    input: ({ pairing }) => ({ id: pairing, reason: "TRANSFERRED" }),
  },
  // Only what one entered oneself may be taken back: nobody here did.
  "pairings.withdraw": { expects: deed("nothing"), input: ({ pairing }) => ({ id: pairing }) },
  "visits.list": { expects: registerSeen, input: ({ node }) => ({ unit: String(node) }) },
  "visits.next": { expects: rowsOnly, input: ({ household }) => ({ household }) },
  "visits.ofHousehold": { expects: rowsOnly, input: ({ household }) => ({ household }) },
  "visits.get": { expects: seen, input: ({ visit }) => ({ id: visit }) },
  "visits.hintsOf": { expects: rowsOnly, input: ({ visit }) => ({ id: visit }) },
  "visits.myHints": { expects: anybody, input: () => ({}) },
  "visits.own": { expects: anybody, input: () => ({}) },
  "visits.addWords": {
    expects: deed("nothing"),
    input: ({ visit }) => ({ id: "0196a000-0000-7000-8000-0000000000ae", visitId: visit, words: "补充一句" }),
  },
  "visits.explainHint": {
    expects: (role, target) => deed("visit.review")(role, { ...target, paired: false }),
    input: ({ aid }) => ({ id: aid, words: "两户同住一院" }),
  },
  "visits.householdToVisit": { expects: seen, input: ({ household }) => ({ household }) },
  "visits.householdsToVisit": { expects: anybody, input: () => ({ q: "户主" }) },
  "visits.justSaved": { expects: rowsOnly, input: ({ visit }) => ({ id: visit }) },
  "visits.myDay": { expects: anybody, input: () => ({}) },
  "visits.record": {
    expects: deedOrHelp("visit.record"),
    input: ({ household }) => ({
      id: fresh,
      householdId: household,
      visitedOn: today,
      situation: "NORMAL",
      standInReason: "代走访",
    }),
  },
  "files.get": { expects: seen, input: ({ file }) => ({ id: file }) },
  "visits.addPhoto": {
    expects: deed("nothing"),
    input: ({ visit }) => ({
      id: visit,
      photo: {
        kind: "PHOTO",
        sha256: "00".repeat(32),
        previewSha256: null,
        mediaType: "image/jpeg",
        size: 10,
        width: 1,
        height: 1,
        name: null,
      },
    }),
  },
  "visits.removePhoto": {
    expects: deed("nothing"),
    input: ({ visit, file }) => ({ id: visit, photo: file }),
  },
  "visits.withdraw": { expects: deed("nothing"), input: ({ visit }) => ({ id: visit }) },
  "search.find": { expects: anybody, input: () => ({ q: "户主", limit: 50 }) },
  "search.idTail": { expects: anybody, input: () => ({ tail: "100X" }) },
};
