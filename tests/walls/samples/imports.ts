// Imports: one's own alone; here they all belong to somebody else.
import { anybody, hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const nobody: Oracle = () => "not-found";
const start: Oracle = (role, target) => {
  if (!sees(role, { ...target, paired: false })) return "not-found";
  return under(role, target) && hasVerb(role, "import.run") ? "ok" : "refused";
};

export const importSamples: Record<string, Sample> = {
  "imports.list": { expects: anybody, input: () => ({}) },
  "imports.get": { expects: nobody, input: (target) => ({ id: target.import }) },
  // Rows of an import that is not mine: an empty list.
  "imports.rows": { expects: anybody, input: (target) => ({ id: target.import }) },
  "imports.accounts": { expects: anybody, input: (target) => ({ id: target.import }) },
  "imports.units": { expects: anybody, input: () => ({}) },
  "imports.start": {
    expects: start,
    input: ({ node, household }) => ({
      sheet: "pairings",
      divisionId: node,
      fileName: "a.xlsx",
      storedAs: household,
      size: 10,
      sha256: "00".repeat(32),
    }),
  },
  "imports.paste": {
    expects: start,
    input: ({ node }) => ({
      sheet: "pairings",
      divisionId: node,
      fileName: "a",
      pasted: "户编号\t姓名\n1\t扎西",
    }),
  },
  "imports.cancel": { expects: nobody, input: (target) => ({ id: target.import }) },
  "imports.check": { expects: nobody, input: (target) => ({ id: target.import }) },
  "imports.fix": {
    expects: nobody,
    input: (target) => ({ id: target.import, column: "village", from: "吉唐村", to: "吉塘村" }),
  },
  "imports.dropFix": {
    expects: nobody,
    input: (target) => ({ id: target.import, column: "village", from: "吉唐村" }),
  },
  "imports.forgetColumns": { expects: nobody, input: (target) => ({ id: target.import }) },
  "imports.takeBack": { expects: nobody, input: (target) => ({ id: target.import, reason: "填错了" }) },
  "imports.planTakeBack": { expects: anybody, input: (target) => ({ id: target.import }) },
  "imports.kept": { expects: anybody, input: (target) => ({ id: target.import }) },
  "imports.publish": { expects: nobody, input: (target) => ({ id: target.import }) },
  "imports.chooseHeader": {
    expects: nobody,
    input: (target) => ({ id: target.import, sheetName: "Sheet1", headerRow: "1" }),
  },
  "imports.pickHelper": {
    expects: nobody,
    input: (target) => ({ id: target.import, rowNo: "1", helper: "new" }),
  },
};
