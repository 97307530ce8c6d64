/** Takes in the photos of a posted form, one after the other; what is refused is said once and does not stop the others. */
import { takeIn } from "#lib/domains/files/take-in.ts";
import { FileRefused } from "#lib/platform/files/refused.ts";
import { readPostedFiles } from "#lib/platform/posted-form.ts";
import { notFound, Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { addPhoto } from "./commands/add-photo.ts";
import { VisitId } from "./input.ts";
import { getVisit } from "./queries/list-visits.ts";
import { MOST_PHOTOS } from "./visit.ts";

export type PhotosReceived = { visit: string; refused: string | null };

export async function receivePhotos(session: Session, request: Request): Promise<PhotosReceived> {
  const { fields, files } = await readPostedFiles(request);
  const asked = VisitId.safeParse({ id: fields.get("id") });
  if (!asked.success) throw notFound();
  const { id } = asked.data;
  await reading(session, (scope) => getVisit(scope, { id })); // before anything is stored for nobody
  let refused: string | null = null;
  let seen = 0;
  for await (const file of files) {
    if (file.name === "") continue; // a field left empty
    if (++seen > MOST_PHOTOS) refused = "tooMany";
    else refused = (await add(session, id, file)) ?? refused;
  }
  return { visit: id, refused: seen === 0 ? "none" : refused };
}

async function add(session: Session, id: string, file: Parameters<typeof takeIn>[0]): Promise<string | null> {
  try {
    await addPhoto(session, { id, photo: await takeIn(file, "PHOTO") });
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.reason;
    if (error instanceof Problem && error.code === "rule")
      return error.words.key === "visit.photosFull" ? "tooMany" : "quota";
    throw error;
  }
}
