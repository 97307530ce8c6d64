/** The paper forms of a village, or of the ticked files, as one PDF: the print pages put behind each other, so that it shows what they show and is told as they are. */
import { getTranslations } from "next-intl/server";
import { printDocument, sheetsIn } from "#lib/base/print-document.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { FILES_PER_PRINT, PRINT_FORMS } from "#lib/domains/printing/print.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { ownPage } from "#lib/platform/own-page.ts";
import { pdfBrowser, pdfOf } from "#lib/platform/pdf.ts";
import { notFound, Problem } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { stylesFor } from "../../page-pdf.ts";

/** No village has more than a thousand households. */
const MOST_PARTS = 25;

export const GET = route({
  name: "GET /api/households/print",
  run: async (session, request) => {
    const browser = pdfBrowser();
    if (!browser) throw notFound();
    const { searchParams } = new URL(request.url);
    const asked = new URLSearchParams();
    for (const name of ["u", "household", "form", "quarter"])
      for (const value of searchParams.getAll(name)) asked.append(name, value);
    const form = PRINT_FORMS.find((one) => one === asked.get("form")) ?? "card";
    const foot = await footOf();
    try {
      const pdf = await pdfOf(browser, async () => {
        const parts = await partsOf(request, asked);
        return printDocument(parts, [...(await stylesFor(request, parts[0]!)), foot]);
      });
      return new Response(new Uint8Array(pdf), { headers: await headersFor(session, form, asked.get("u")) });
    } catch (error) {
      if (error instanceof Problem && error.code !== "busy") throw error;
      // Somebody waits in front of a page: it says what to do, and keeps what was asked.
      const why = error instanceof Problem ? "busy" : "failed";
      if (why === "failed") log.error({ requestId: session.requestId, err: error }, "no pdf");
      asked.set("pdf", why);
      return new Response(null, { status: 303, headers: { location: `/households/print?${asked}` } });
    }
  },
});

/** Until a part is not full; what is out of reach is not found here either. */
async function partsOf(request: Request, asked: URLSearchParams): Promise<string[]> {
  const parts: string[] = [];
  for (let at = 1; at <= MOST_PARTS; at++) {
    const { status, text } = await ownPage(request, `/households/print?${asked}&page=${at}`);
    if (status !== 200 || sheetsIn(text) === 0) break;
    parts.push(text);
    if (sheetsIn(text) < FILES_PER_PRINT) break;
  }
  if (parts.length === 0) throw notFound();
  return parts;
}

/** Below each page its number, and in the demo that nobody in it is real. */
async function footOf(): Promise<string> {
  const mark = env.DEMO ? `${(await getTranslations("common"))("demo.tag")}  ` : "";
  return `@page { margin: 15mm 12mm; @bottom-center { content: "${mark}" counter(page) " / " counter(pages); font-size: 9pt; } }`;
}

/** A village is named, a family never. */
async function headersFor(session: Session, form: (typeof PRINT_FORMS)[number], unit: string | null) {
  const t = await getTranslations("printing");
  const id = Number(unit);
  const place =
    Number.isInteger(id) && id > 0 && id < 2 ** 31
      ? (await reading(session, (scope) => getDivision(scope, { id: String(id) }))).name
      : null;
  const name = [t(`form.${form}`), place, today()].filter(Boolean).join("-");
  return {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${form}-${today()}.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
}
