/** The record of visits to one household, oldest first, with the columns of the paper form and room for the family's hand. */
import { getTranslations } from "next-intl/server";
import type { PrintVisit } from "#lib/domains/printing/print.ts";
import { Lines, Part } from "./parts.tsx";

export async function VisitRecord({ visits }: { visits: readonly PrintVisit[] }) {
  const t = await getTranslations("printing");
  const words = await getTranslations("visits");
  const rows = [...visits].reverse();
  return (
    <Part title={t("part.visits")}>
      {rows.length === 0 ? (
        <p>{t("noVisits")}</p>
      ) : (
        <Lines
          caption={t("part.visits")}
          heads={[
            t("day"),
            t("who"),
            words("column.kind"),
            t("situation"),
            words("column.topics"),
            words("asked"),
            words("help"),
            t("sign.column"),
          ]}
          rows={rows.map((visit) => [
            <span key="day" className="whitespace-nowrap">
              {visit.day}
            </span>,
            visit.who ?? "",
            words(`kind.${visit.kind as "HOME"}`),
            [words(`situation.${visit.situation as "NORMAL"}`), visit.note]
              .filter(Boolean)
              .join(words("comma")),
            visit.topics.map((one) => words(`topic.${one as "POLICY"}`)).join(words("comma")),
            visit.asked ?? "",
            [visit.help, visit.goods].filter(Boolean).join(words("comma")),
            "",
          ])}
        />
      )}
    </Part>
  );
}
