/** A sheet of an office as a file: its rows, and a page that says what it is, who took it, why, and who agreed. */
import { getLocale, getTranslations } from "next-intl/server";
import type { Period } from "#lib/base/period.ts";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import type { OfficeSheetId } from "#lib/domains/exports/sheet-ids.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import type { Session } from "#lib/platform/scope.ts";
import { streamedWorkbook } from "../streamed-workbook.ts";

type Asked = {
  sheet: OfficeSheetId;
  divisionId: number;
  month?: Period;
  /** In clear, with the reason and the second person. */
  clear: { reason: string; decidedName: string } | null;
  finished?: (rows: number) => Promise<unknown>;
};

export async function officeWorkbook(
  session: Session,
  { sheet, divisionId, month, clear, finished }: Asked,
): Promise<Response> {
  const t = await getTranslations("exports");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const f = await getFormats();
  const at = f.dayTime(new Date());
  return streamedWorkbook(session, async (stream) => {
    const watermark = t(clear ? "file.watermarkClear" : "file.watermark", {
      name: stream.viewer.name,
      time: at,
    });
    const made = await officeSheet(stream, { sheet, divisionId, month, unmasked: clear !== null, watermark });
    const title = sheetById(sheet)!.title;
    function* about() {
      yield [t("file.sheet"), title[locale]];
      yield [t("file.unit"), made.unit];
      yield [t("file.year"), made.year];
      // Written behind the rows, so they are counted by then.
      yield [t("file.rows"), made.count()];
      yield [t("file.masking"), t(clear ? "file.clear" : "file.masked")];
      yield [t("file.by"), stream.viewer.name];
      yield [t("file.at"), at];
      if (clear) {
        yield [t("file.reason"), clear.reason];
        yield [t("file.decided"), clear.decidedName];
      }
      if (env.DEMO) yield [common("demo.tag"), common("demo.banner")];
    }
    return {
      plainName: `${sheet}-${today()}.xlsx`,
      name: `${title["zh-CN"]}-${made.unit}-${today()}.xlsx`,
      finished: () => finished?.(made.count()) ?? Promise.resolve(),
      sheets: [
        made.sheet,
        {
          name: t("file.about"),
          watermark,
          columns: [
            { label: t("file.what"), width: 20 },
            { label: t("file.value"), width: 60 },
          ],
          rows: about(),
        },
      ],
    };
  });
}
