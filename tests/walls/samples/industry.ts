// Organizations of the industry chain: known to everybody signed in, changed at the seat; the households they take along by reach alone.
import { PLACES } from "../ground.ts";
import { anybody, deed, hasVerb, type Oracle, place, seen, there, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const edit = place("industry.edit");
const link: Oracle = deed("industry.edit");
/** The year of an entity is opened at its seat, and wherever it covers a village whose households one may write: all cover A1x here. */
const year: Oracle = (role, target) => {
  const covers = hasVerb(role, "industry.edit") && under(role, { place: "A1x" });
  const atSeat = edit(role, target);
  return atSeat === "refused" && covers ? "ok" : atSeat;
};
const facts = (node: number) => ({
  name: "新合作社",
  kind: "COOPERATIVE",
  divisionId: String(node),
  creditNo: "",
  registeredOn: "",
  capital: "50万",
  operator: "某某",
  memberCount: "12",
  partyMembers: "3",
  fullMembers: "2",
  villages: [String(PLACES.A1x.id)],
});

export const industrySamples: Record<string, Sample> = {
  "industry.list": { expects: anybody, input: ({ node }) => ({ unitId: node }) },
  "industry.get": { expects: there, input: ({ entity }) => ({ id: entity }) },
  "industry.seats": { expects: anybody, input: ({ node }) => ({ unitId: node }) },
  "industry.partyChoices": { expects: there, input: ({ entity }) => ({ id: entity }) },
  "industry.householdsToLink": { expects: there, input: ({ entity }) => ({ id: entity, q: "户主" }) },
  "industry.ofHousehold": { expects: anybody, input: ({ household }) => ({ household }) },
  "industry.getLink": { expects: seen, input: ({ link: linkId }) => ({ linkId }) },
  "industry.register": { expects: edit, input: ({ node }) => facts(node) },
  "industry.correct": {
    expects: edit,
    input: ({ entity, node }) => ({ id: entity, version: "1", ...facts(node) }),
  },
  "industry.close": {
    expects: edit,
    input: ({ entity }) => ({ id: entity, version: "1", closedOn: "2024-01-01", why: "已经不办" }),
  },
  "industry.reopen": { expects: edit, input: ({ entity }) => ({ id: entity, version: "1" }) },
  "industry.setParty": {
    expects: edit,
    input: ({ entity }) => ({ id: entity, coverage: "NONE", partyOrgId: "", mode: "", fromOn: "2024-01-01" }),
  },
  "industry.link": {
    expects: link,
    input: ({ entity, household }) => ({
      id: entity,
      householdId: household,
      role: "MEMBER",
      fromOn: "2024-01-01",
    }),
  },
  "industry.correctLink": {
    expects: link,
    input: ({ link: linkId }) => ({ linkId, version: "1", role: "ORDER", fromOn: "2024-01-01", toOn: "" }),
  },
  "industry.endLink": { expects: link, input: ({ link: linkId }) => ({ linkId, toOn: "2024-01-01" }) },
  "industry.year": { expects: year, input: ({ entity }) => ({ id: entity }) },
  "industry.reportYear": {
    expects: edit,
    input: ({ entity }) => ({ id: entity, year: "2024", facts: "yes", poorMembers: "3" }),
  },
  "industry.reportIncome": {
    expects: link,
    input: ({ link: linkId }) => ({ linkId, year: "2024", income: "1300" }),
  },
};
