/** Sends a workbook as it is written: the first rows leave before the last are made. */
import { PassThrough, Readable } from "node:stream";
import { type WrittenSheet, writeWorkbook } from "#lib/platform/sheets/write.ts";

export function workbookResponse(sheets: WrittenSheet[], plainName: string, name: string): Response {
  const stream = new PassThrough();
  writeWorkbook(stream, { sheets }).catch((error: Error) => stream.destroy(error));
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: workbookHeaders(plainName, name),
  });
}

/** `plainName` for programs that read no Chinese in headers. */
export const workbookHeaders = (plainName: string, name: string) => ({
  "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "content-disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
});
