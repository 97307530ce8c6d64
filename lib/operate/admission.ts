// How many requests may be inside at once: more would only wait for the database, so they are asked to come back.
import type { ServerResponse } from "node:http";

export type Admission = {
  enter: (response: ServerResponse, upload: boolean) => boolean;
  inside: () => number;
  empty: () => Promise<void>;
};

/** Uploads from thin connections hold a place for minutes, so they are counted apart. */
export function admission(limits: { pages: number; uploads: number }): Admission {
  const counts = { pages: 0, uploads: 0 };
  const inside = () => counts.pages + counts.uploads;
  let onEmpty = () => {};
  return {
    inside,
    enter(response, upload) {
      const kind = upload ? "uploads" : "pages";
      if (counts[kind] >= limits[kind]) return false;
      counts[kind]++;
      response.once("close", () => {
        counts[kind]--;
        if (inside() === 0) onEmpty();
      });
      return true;
    },
    empty: () =>
      new Promise((resolve) => {
        onEmpty = resolve;
        if (inside() === 0) resolve();
      }),
  };
}
