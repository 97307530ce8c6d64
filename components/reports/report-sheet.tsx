/** A report as the document that it is: title, sections one to six, who issued it and when; on paper by the measures of official documents. */
import { getTranslations } from "next-intl/server";
import type { ReportView } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { Blocks } from "./blocks.tsx";
import type { Composed } from "./compose.ts";

type Props = { report: ReportView["report"]; composed: Composed };

export async function ReportSheet({ report, composed }: Props) {
  const t = await getTranslations("reports");
  const f = await getFormats();
  const issued = report.status === "ISSUED";
  return (
    <article
      data-form="report"
      className="official mx-auto max-w-form rounded-card border border-line bg-card p-4 print:max-w-none print:border-0 print:p-0 pad:p-8"
    >
      <h2 className="official-title text-balance text-center text-h2" data-names>
        {composed.title.map((piece) => (
          <span key={piece} className="inline-block">
            {piece}
          </span>
        ))}
      </h2>
      <p className="mt-1 mb-3 text-center text-note text-ink-2">
        {[
          report.revision > 1 ? t("revision", { n: report.revision - 1 }) : null,
          issued ? null : t("print.draft"),
          composed.stand,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {composed.parts.map(({ section, heading, blocks, typed }) => (
        <section key={section}>
          <h2 className="official-heading mt-4 text-h3">{heading}</h2>
          <Blocks blocks={blocks} table={composed.table} />
          {typed
            .split("\n")
            .filter(Boolean)
            .map((paragraph) => (
              <p key={paragraph} className="official-text break-words">
                {paragraph}
              </p>
            ))}
          {!typed && blocks.length === 0 ? <p className="official-text">{t("say.empty")}</p> : null}
        </section>
      ))}
      <p className="keep-together mt-8 text-right">
        <span className="block">{composed.unit}</span>
        {report.issuedOn ? <span className="block">{f.longDay(report.issuedOn)}</span> : null}
      </p>
      <p className="mt-4 text-note text-ink-2">{t("foot", { stand: composed.stand })}</p>
    </article>
  );
}
