/** The true layout before its content: same heights, so nothing jumps; silent for the first moment. */

import { getTranslations } from "next-intl/server";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

export async function Skeleton({ kind }: { kind: "list" | "board" | "detail" | "form" }) {
  const t = await getTranslations("common");
  return (
    <div role="status" className="skeleton pt-4">
      <span className="sr-only">{t("panel.loading")}</span>
      <div className="loading-line mb-5 h-8 w-56 rounded-control bg-sunk" />
      {kind === "board" ? <Board /> : null}
      {kind === "list" ? <List /> : null}
      {kind === "detail" || kind === "form" ? <Facts /> : null}
      <p className="slow-notice mt-4 text-ink-2">{t("panel.slow")}</p>
    </div>
  );
}

function List() {
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-card">
      {ROWS.map((row) => (
        <div key={row} className="flex h-row items-center gap-6 px-4">
          <div className="loading-line h-4 w-1/4 rounded-control bg-sunk" />
          <div className="loading-line h-4 w-1/3 rounded-control bg-sunk" />
          <div className="loading-line h-4 w-1/6 rounded-control bg-sunk" />
        </div>
      ))}
    </div>
  );
}

function Board() {
  return (
    <div className="grid grid-cols-2 gap-2 pad:grid-cols-5">
      {[...ROWS, 9, 10].map((card) => (
        <div key={card} className="loading-line h-32 rounded-card border border-line bg-card" />
      ))}
    </div>
  );
}

function Facts() {
  return (
    <div className="max-w-3xl rounded-card border border-line bg-card px-4">
      {ROWS.map((row) => (
        <div key={row} className="flex h-row items-center gap-6">
          <div className="loading-line h-4 w-24 rounded-control bg-sunk" />
          <div className="loading-line h-4 w-1/2 rounded-control bg-sunk" />
        </div>
      ))}
    </div>
  );
}
