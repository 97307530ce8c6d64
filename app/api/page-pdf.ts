/** One print page of ours as a PDF by the server's own browser; without one there is nothing here, and where none comes the page says why. */
import { getTranslations } from "next-intl/server";
import { printDocument, sheetsIn, stylesOf } from "#lib/base/print-document.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { ownPage } from "#lib/platform/own-page.ts";
import { pdfBrowser, pdfOf } from "#lib/platform/pdf.ts";
import { notFound, Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";

/** The styles that a page of ours asks for. */
export const stylesFor = (request: Request, html: string): Promise<string[]> =>
  Promise.all(stylesOf(html).map(async (address) => (await ownPage(request, address)).text));

type Asked = {
  /** The print page; it is asked for under the reader's own session, and tells the audit itself. */
  address: string;
  /** Of the file, without its ending; the plain one is for programs that read no Chinese in headers. */
  plain: string;
  name: string;
};

export async function pagePdf(
  session: Session,
  request: Request,
  { address, plain, name }: Asked,
): Promise<Response> {
  const browser = pdfBrowser();
  if (!browser) throw notFound();
  const mark = env.DEMO ? (await getTranslations("common"))("demo.tag") : null;
  try {
    const pdf = await pdfOf(browser, async () => {
      const { status, text } = await ownPage(request, address);
      if (status !== 200 || sheetsIn(text) === 0) throw notFound();
      const foot = mark ? [`@page official { @bottom-left { content: "${mark}"; font-size: 9pt; } }`] : [];
      return printDocument([text], [...(await stylesFor(request, text)), ...foot]);
    });
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof Problem && error.code !== "busy") throw error;
    const why = error instanceof Problem ? "busy" : "failed";
    if (why === "failed") log.error({ requestId: session.requestId, err: error }, "no pdf");
    const back = `${address}${address.includes("?") ? "&" : "?"}pdf=${why}`;
    return new Response(null, { status: 303, headers: { location: back } });
  }
}
