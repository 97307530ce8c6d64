/** One file to be served, and the pictures of a row, within the viewer's reach. */
import * as z from "zod";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Picture } from "./file.ts";

export type FileToServe = {
  sha256: string;
  previewSha256: string | null;
  mediaType: string;
  name: string | null;
  createdOn: string;
};

export const getFile = query({
  name: "files.get",
  input: z.object({ id: z.uuid() }),
  run: async (scope, { id }): Promise<FileToServe> => {
    const [file] = await scope.sql<FileToServe>`
      select encode(sha256, 'hex') as sha256, encode(preview_sha256, 'hex') as "previewSha256", media_type as "mediaType", name,
        (created_at at time zone 'Asia/Shanghai')::date::text as "createdOn"
      from stored_file where id = ${id}::uuid and ${reachable(scope.viewer, { division: "division_id", household: "household_id" })}`;
    if (!file) throw notFound();
    return file;
  },
});

/** For the query of the owner, which has looked at the reach already; the policy looks again. */
export const picturesOf = (scope: Scope, owner: "visit", ownerId: string): Promise<Picture[]> =>
  scope.sql<Picture>`select id, width, height, uploaded_by = ${scope.viewer.accountId} as mine from stored_file
    where owner = ${owner} and owner_id = ${ownerId} and kind = 'PHOTO' order by created_at, id`;
