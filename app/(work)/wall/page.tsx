/** The cockpit for a wall (大屏): the same sentence, cards, exceptions and map in letters for five meters, without anybody's name; it renews itself. */
import { getTranslations } from "next-intl/server";
import { Exceptions } from "#components/cockpit/exceptions.tsx";
import { boardHref } from "#components/cockpit/figures.ts";
import { ItemCard } from "#components/cockpit/item-card.tsx";
import { MapCard } from "#components/cockpit/map-card.tsx";
import { Sentence } from "#components/cockpit/sentence.tsx";
import { WallClock } from "#components/cockpit/wall-clock.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { ErrorNote, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { env } from "#lib/platform/env.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

/** Seconds on one screen; those below are passed through more quickly than one is renewed. */
const [RENEW, TURN] = [60, 30];

export async function generateMetadata() {
  return { title: (await getTranslations("cockpit"))("wall.title") };
}

export default page({
  route: "/wall",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    return viewCockpit(scope, { u: asked.get("u") ?? undefined, p: asked.get("p") ?? undefined });
  },
  refused: async () => <PermissionNote>{(await getTranslations("cockpit"))("refused")}</PermissionNote>,
  render: async (board, { search }) => {
    const t = await getTranslations("cockpit");
    const common = await getTranslations("common");
    const f = await getFormats();
    const { unit, period } = board;
    const params = toParams(search);
    const told = (board.exceptions.ok ? board.exceptions.value : []).map((one) => ({
      ...one,
      unit: { ...one.unit, leader: null },
    }));
    const round = (params.get("round") ?? "").split(",").filter((id) => /^\d{1,9}$/.test(id));
    const at = (u: string | number, ids: readonly (string | number)[]) =>
      `/wall?u=${u}&p=${params.has("p") ? period : ""}${ids.length > 0 ? `&round=${ids.join(",")}` : ""}`;
    const turns = round.length > 1;
    const next = turns
      ? at(round[(round.indexOf(String(unit.id)) + 1) % round.length] ?? unit.id, round)
      : null;
    const seconds = turns ? TURN : RENEW;
    return (
      <div data-wall="" className="fixed inset-0 z-40 overflow-y-auto bg-page px-4 py-3">
        <noscript>
          <meta httpEquiv="refresh" content={next ? `${seconds};url=${next}` : String(seconds)} />
        </noscript>
        <header className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="font-semibold text-h1">{unit.name}</h1>
          <span className="text-h3">
            {f.period(period)}（{common("period.asOf", { day: board.asOf })}）
          </span>
          {env.DEMO ? <span className="text-ink-2 text-note">{common("demo.banner")}</span> : null}
          <span className="ml-auto flex flex-wrap items-center gap-2">
            <WallClock
              key={`${unit.id}|${next}`}
              shown={f.dayTime(new Date())}
              seconds={seconds}
              next={next}
              exit={boardHref(unit.id, period)}
              words={{
                shown: t("wall.shown"),
                lost: t.raw("wall.lost") as string,
                full: t("wall.full"),
              }}
            />
            {board.children.length > 0 || turns ? (
              <LinkButton
                size="small"
                href={turns ? at(unit.id, []) : at(unit.id, [unit.id, ...board.children.map(({ id }) => id)])}
              >
                {t(turns ? "wall.stay" : "wall.round")}
              </LinkButton>
            ) : null}
            <LinkButton size="small" href={boardHref(unit.id, period)}>
              {t("wall.exit")}
            </LinkButton>
          </span>
        </header>
        <Sentence board={board} worst={told[0]} />
        <ul className="mt-2 grid grid-cols-1 gap-2 pad:grid-cols-2 wide:grid-cols-5">
          {ITEMS.map(({ code }) => (
            <ItemCard key={code} item={code} board={board} />
          ))}
        </ul>
        <div className={`mt-2 grid gap-2 ${unit.level === "PREFECTURE" ? "wide:grid-cols-[8fr_5fr]" : ""}`}>
          {board.exceptions.ok ? (
            <Exceptions list={told} period={period} mark={() => null} unnamed />
          ) : (
            <ErrorNote name={t("exceptions.title")} />
          )}
          {unit.level === "PREFECTURE" ? (
            <div className="handset:hidden">
              <MapCard board={board} params={params} map={null} />
            </div>
          ) : null}
        </div>
      </div>
    );
  },
});
