// Makes and builds a bare Next application of the same version: one table of rows, one board, and a page of nothing; the floor under every screen of ours.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../root.ts";
import { StartProblem } from "../start-problem.ts";

/** Inside the checkout, so that it finds the same packages; in a cache folder that a build leaves alone. */
export const FLOOR = path.join(root, ".next", "cache", "bench-floor");

// The data come from the process that serves (globalThis.floor), so that nothing but Next is bundled.
const FILES: Record<string, string> = {
  "package.json": '{ "name": "bench-floor", "private": true, "type": "module" }\n',
  "next.config.mjs": `export default { poweredByHeader: false, compress: true, turbopack: { root: ${JSON.stringify(root)} } };\n`,
  "app/layout.jsx":
    "export default function Layout({ children }) { return <html lang='zh-CN'><body>{children}</body></html>; }\n",
  "app/page.jsx": `import { connection } from "next/server";
export default async function Bare() { await connection(); return <main><h1>bare</h1></main>; }
`,
  "app/list/page.jsx": table("list"),
  "app/dash/page.jsx": table("dash"),
};

/** Rows of real data, then filler rows of the same make until the page weighs what ours weighs. */
function table(what: string): string {
  return `import { Fragment } from "react";
export default async function Page({ searchParams }) {
  const { token, unit, fill } = await searchParams;
  const { rows, total } = await globalThis.floor.${what}(token, Number(unit));
  return <main><h1>{total}</h1><table className="w-full border-separate"><tbody>
    {rows.map((row, at) => <tr key={at} className="border-b border-line">{Object.entries(row).map(([name, value]) =>
      <td key={name} className="px-2 py-1 align-top text-note">{String(value ?? "—")}</td>)}</tr>)}
    {Array.from({ length: Number(fill ?? 0) }, (_, at) => <Fragment key={at}><tr className="border-b border-line"><td className="px-2 py-1 align-top text-note"><a href="/there" className="inline-flex min-h-6 items-center">卓玛 {at}</a></td></tr></Fragment>)}
  </tbody></table></main>;
}
`;
}

/** Gives how long the build took; 0 when the one of last time serves. */
export function buildFloor(): number {
  const next = JSON.parse(readFileSync(path.join(root, "node_modules/next/package.json"), "utf8")).version;
  const made = createHash("sha256").update(JSON.stringify(FILES)).update(next).digest("hex");
  const mark = path.join(FLOOR, "made-from");
  if (existsSync(mark) && readFileSync(mark, "utf8") === made) return 0;
  rmSync(FLOOR, { recursive: true, force: true });
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(FLOOR, file)), { recursive: true });
    writeFileSync(path.join(FLOOR, file), text);
  }
  const began = performance.now();
  const built = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/next/dist/bin/next"), "build", FLOOR],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      encoding: "utf8",
    },
  );
  if (built.status !== 0)
    throw new StartProblem(`the bare Next app did not build:\n${built.stdout}${built.stderr}`);
  writeFileSync(mark, made);
  return performance.now() - began;
}
