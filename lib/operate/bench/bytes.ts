// What a page weighs on a phone that opens it for the first time: documents, scripts and styles, compressed, as they come over the wire.
import type { Ground } from "./pages.ts";
import type { Visitor } from "./visitor.ts";

type Weight = { html: number; scripts: number; styles: number; requests: number };
const GZIP = { "accept-encoding": "gzip" };

export async function weigh(visitor: Visitor, path: string): Promise<Weight> {
  const page = await visitor.get(path);
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
  const html = (await visitor.get(path, GZIP)).bytes;
  const tags = [...page.text.matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const named = (tag: string, name: string) => tag.match(new RegExp(`\\s${name}="([^"]+)"`))?.[1] ?? "";
  // Browsers of today leave the polyfill alone.
  const scripts = new Set(tags.filter((tag) => !/\snomodule/i.test(tag)).map((tag) => named(tag, "src")));
  const styles = new Set(
    tags.filter((tag) => named(tag, "rel") === "stylesheet").map((tag) => named(tag, "href")),
  );
  const sum = async (files: Set<string>) => {
    let bytes = 0;
    for (const file of files) if (file) bytes += (await visitor.get(file, GZIP)).bytes;
    return bytes;
  };
  return {
    html,
    scripts: await sum(scripts),
    styles: await sum(styles),
    requests: 1 + [...scripts, ...styles].filter(Boolean).length,
  };
}

/** Phone pages are asked for as the village's first secretary, the others as the county. */
export async function measureBytes({ app, next, report, village }: Ground & { village: Visitor }) {
  const bare = await weigh(next, "/");
  const household = (await app.get("/households")).text.match(/\/households\/[0-9a-f-]{36}/)?.[0];
  const pages: [string, Visitor, string, number][] = [
    ["today", village, "/today", 1.3],
    ["visit form", village, "/visits/new", 1.3],
    ["household list", app, "/households", 1.3],
    ["household", app, household ?? "/households", 1.5],
    ["cockpit", app, "/cockpit", 1.5],
  ];
  for (const [what, visitor, path, limit] of pages) {
    const weight = await weigh(visitor, path);
    report.add({
      goal: "G10",
      what: `${what}: scripts, to a bare Next page of the same version`,
      ours: weight.scripts / 1000,
      floor: bare.scripts / 1000,
      unit: "kB",
      limit,
      note: `HTML ${(weight.html / 1000).toFixed(1)} kB, styles ${(weight.styles / 1000).toFixed(1)} kB, ${weight.requests} requests`,
    });
    report.add({
      goal: "G10",
      what: `${what}: HTML`,
      ours: weight.html / 1000,
      floor: 45,
      unit: "kB",
      limit: 1,
    });
  }
}
