// Forms of other departments: kept by a unit, used by those below it, filled for a unit within reach by whoever may export.

import { HELD_AT, lineOf } from "../ground.ts";
import { COLUMNS, EMPTY } from "../ground-tables.ts";
import { anywhere, hasVerb, type Oracle, sees, under } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const EXPORT = "household.export";
const keeps: Oracle = (role, target) => {
  if (!sees(role, { ...target, paired: false })) return "not-found";
  return hasVerb(role, EXPORT) ? "ok" : "refused";
};
const uses: Oracle = (role, target) => {
  if (!hasVerb(role, EXPORT)) return "refused";
  if (target.place === null) return "not-found";
  return under(role, target) || lineOf(HELD_AT[role]!).includes(target.place) ? "ok" : "not-found";
};
const fills: Oracle = (role, target) => {
  if (!hasVerb(role, EXPORT)) return "refused";
  return under(role, target) ? "ok" : "not-found";
};

export const tableFormSamples: Record<string, Sample> = {
  "tableForms.list": { expects: anywhere(EXPORT), input: () => ({}) },
  "tableForms.get": { expects: uses, input: ({ tableForm }) => ({ id: tableForm }) },
  "tableForms.kept": { expects: uses, input: ({ tableForm }) => ({ id: tableForm }) },
  "tableForms.fill": {
    expects: fills,
    input: ({ tableForm, node }) => ({ id: tableForm, unit: String(node) }),
  },
  "tableForms.take": {
    expects: keeps,
    input: ({ node }) => ({
      ...{ divisionId: node, name: "上报表" },
      form: { subject: "household", columns: COLUMNS, empty: EMPTY },
    }),
  },
  "tableForms.paste": {
    expects: keeps,
    input: ({ node }) => ({ divisionId: node, name: "上报花名册", pasted: "序号,户主姓名,家庭人口" }),
  },
  "tableForms.change": {
    expects: keeps,
    input: ({ tableForm }) => ({
      ...{ id: tableForm, version: 1, name: "脱贫户名单（二）", subject: "household" },
      "column.1": "memberCount",
    }),
  },
  "tableForms.drop": { expects: keeps, input: ({ tableForm }) => ({ id: tableForm, version: 1 }) },
};
