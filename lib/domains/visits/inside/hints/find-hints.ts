/** All hints about some visits of one or several people: each kind once for a visit. */
import type { Told } from "../../told.ts";
import { hardDays } from "./days.ts";
import type { Found } from "./found.ts";
import { samePhotos } from "./photos.ts";
import { sameWords } from "./words.ts";

export function findHints(visits: readonly Told[]): Found[] {
  const found = [...samePhotos(visits), ...sameWords(visits), ...hardDays(visits)];
  return [...new Map(found.map((one) => [`${one.visit} ${one.kind}`, one])).values()];
}
