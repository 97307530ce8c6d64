/** What a request says, question by question, in the words of the forms. */
import { getLocale, getTranslations } from "next-intl/server";
import { SummaryList } from "#components/ui/summary-list.tsx";
import {
  type CodeList,
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  POVERTY_CAUSES,
  RELATIONS,
  SEXES,
} from "#lib/domains/households/codes.ts";
import type { LifeReason } from "#lib/domains/lives/life.ts";
import type { RequestDetail } from "#lib/domains/lives/queries/requests.ts";

const LISTS: Record<string, CodeList> = {
  status: HOUSEHOLD_STATUSES,
  attribute: HOUSEHOLD_ATTRIBUTES,
  mainCause: POVERTY_CAUSES,
  relation: RELATIONS,
  sex: SEXES,
};
const FIELDS = [
  "divisionId",
  "householdNo",
  "name",
  "idNo",
  "personId",
  "go",
  "headId",
  "intoNo",
  "relation",
  "sex",
  "birthOn",
  "status",
  "attribute",
  "mainCause",
  "phone",
  "groupName",
  "reason",
  "on",
] as const;

export async function SaidList({ request }: { request: RequestDetail }) {
  const t = await getTranslations("registry");
  const lives = await getTranslations("lives");
  const locale = await getLocale();
  const { said, names } = request;
  const shown = (field: string, value: string) => {
    if (field === "divisionId") return request.place;
    if (field === "idNo") return t("given");
    if (field === "reason") return lives(`reason.${value as LifeReason}`);
    const list = LISTS[field];
    if (list) return codeName(list, value, locale) ?? value;
    return value
      .split(",")
      .map((one) => names[one] ?? one)
      .join(lives("comma"));
  };
  return (
    <SummaryList
      items={FIELDS.flatMap((field) => {
        const value = said[field];
        return value ? [{ label: t(`field.${field}`), value: shown(field, value) }] : [];
      })}
    />
  );
}
