/** Sends a workbook while its rows are still being read; what fails before the first byte is answered as a problem, later the line is cut. */
import { PassThrough, Readable } from "node:stream";
import { log } from "#lib/platform/log.ts";
import type { Session } from "#lib/platform/scope.ts";
import { type WrittenSheet, writeWorkbook } from "#lib/platform/sheets/write.ts";
import { type Stream, streaming } from "#lib/platform/streaming.ts";
import { workbookHeaders } from "./imports/workbook-response.ts";

type Made = {
  sheets: WrittenSheet[];
  /** For programs that read no Chinese in headers, and for people. */
  plainName: string;
  name: string;
  /** When the last row has left. */
  finished?: () => Promise<unknown>;
};

export async function streamedWorkbook(
  session: Session,
  make: (stream: Stream) => Promise<Made>,
): Promise<Response> {
  const output = new PassThrough();
  const made = await new Promise<Made>((resolve, reject) => {
    streaming(session, async (stream) => {
      const ready = await make(stream);
      resolve(ready);
      await writeWorkbook(output, { sheets: ready.sheets });
      return ready;
    }).then(
      (ready) => ready.finished?.(),
      (error: Error) => {
        reject(error);
        if (!output.destroyed) log.error({ requestId: session.requestId, err: error }, "export cut off");
        output.destroy(error);
      },
    );
  });
  return new Response(Readable.toWeb(output) as ReadableStream, {
    headers: workbookHeaders(made.plainName, made.name),
  });
}
