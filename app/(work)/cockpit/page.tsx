/** The cockpit: one sentence, ten cards, what to ask about, where it is, and children × items; every number opens its rows. */
import { getTranslations } from "next-intl/server";
import { BoardHead } from "#components/cockpit/board-head.tsx";
import { Exceptions } from "#components/cockpit/exceptions.tsx";
import { ItemCard } from "#components/cockpit/item-card.tsx";
import { MapCard } from "#components/cockpit/map-card.tsx";
import { Matrix } from "#components/cockpit/matrix.tsx";
import { Sentence } from "#components/cockpit/sentence.tsx";
import { BoardMark } from "#components/instructions/board-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { ErrorNote, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { viewCockpit } from "#lib/domains/cockpit/queries.ts";
import { hasPeers } from "#lib/domains/cockpit/siblings.ts";
import { instructionsOnBoard } from "#lib/domains/instructions/queries/list-instructions.ts";
import { mapOfBoard } from "#lib/domains/maps/queries.ts";
import { ITEMS, PILLARS } from "#lib/indicators/items.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("cockpit"))("title") };
}

export default page({
  route: "/cockpit",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const board = await viewCockpit(scope, {
      u: toParams(search).get("u") ?? undefined,
      p: toParams(search).get("p") ?? undefined,
    });
    const units = [board.unit.id, ...board.children.map(({ id }) => id)];
    const instructed = await scope.panel("instructions", () =>
      instructionsOnBoard(scope, { units, period: board.period }),
    );
    const map = await mapOfBoard(scope, board.unit);
    return { ...board, instructed: instructed.ok ? instructed.value : [], map };
  },
  refused: async () => {
    const t = await getTranslations("cockpit");
    return <PermissionNote>{t("refused")}</PermissionNote>;
  },
  render: async (board, { search, today, viewer }) => {
    const t = await getTranslations("cockpit");
    const params = toParams(search);
    const told = board.exceptions.ok ? board.exceptions.value : [];
    /** Of the cards one that was instructed about: the newest, whichever of its indicators it names. */
    const markOf = (item: string) => {
      const own = board.own
        .filter(({ indicator }) => indicator.item === item)
        .map(({ indicator }) => indicator.id);
      const on = board.instructed.find(
        (one) => one.divisionId === board.unit.id && own.includes(one.indicator),
      );
      return on ? (
        <BoardMark
          on={[on]}
          unit={board.unit.id}
          indicator={on.indicator}
          period={board.period}
          mayGive={false}
          today={today}
        />
      ) : null;
    };
    const mapped = board.unit.level === "PREFECTURE";
    return (
      <>
        <BoardHead
          title={t("title")}
          path="/cockpit"
          params={params}
          board={board}
          today={today}
          links={[
            ...(board.children.length > 1 || hasPeers(board.unit.level)
              ? [{ href: `/compare?u=${board.unit.id}&p=${board.period}`, label: t("compare") }]
              : []),
            {
              href: `/cockpit/targets?u=${board.unit.id}&p=${board.period.slice(0, 4)}`,
              label: t("targets.open"),
            },
            { href: `/wall?u=${board.unit.id}`, label: t("wall.title") },
            { href: `/reports/sheet?u=${board.unit.id}&p=${board.period}`, label: t("onePage") },
          ]}
        />
        <Sentence board={board} worst={told[0]} />
        <div className="mt-3 flex flex-col gap-3">
          <div className="grid gap-x-3 gap-y-3 handset:order-2 wide:grid-cols-[3fr_3fr_4fr]">
            {PILLARS.map((pillar) => (
              <section key={pillar} aria-label={t(`pillar.${pillar}`)} className="flex flex-col">
                <h2 className="mb-1 font-semibold text-ink-2 text-note">{t(`pillar.${pillar}`)}</h2>
                <ul
                  className={`grid flex-1 grid-cols-1 gap-2 handset:gap-0 handset:overflow-hidden handset:rounded-card handset:border handset:border-line pad:grid-cols-2 ${pillar === "mechanisms" ? "desk:grid-cols-4" : "desk:grid-cols-3"}`}
                >
                  {ITEMS.filter((item) => item.pillar === pillar).map((item) => (
                    <ItemCard key={item.code} item={item.code} board={board} mark={markOf(item.code)} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <div className={`grid gap-3 handset:contents ${mapped ? "wide:grid-cols-[8fr_5fr]" : ""}`}>
            <div className="handset:order-1">
              {board.exceptions.ok ? (
                <Exceptions
                  list={board.exceptions.value}
                  period={board.period}
                  action={
                    mayAnywhere(viewer, "instruction.give") ? (
                      <Link
                        href="/instructions"
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {t("exceptions.instructions")}
                      </Link>
                    ) : undefined
                  }
                  mark={({ unit, cell }) => (
                    <BoardMark
                      on={board.instructed}
                      unit={unit.id}
                      indicator={cell.indicator.id}
                      period={board.period}
                      mayGive={may(viewer, "instruction.give", unit.id)}
                      today={today}
                    />
                  )}
                />
              ) : (
                <ErrorNote name={t("exceptions.title")} />
              )}
            </div>
            {mapped ? (
              <div className="hidden handset:order-4 pad:block">
                <MapCard board={board} params={params} map={board.map} />
              </div>
            ) : null}
          </div>
          {board.children.length > 0 ? (
            <div className="handset:order-3">
              <Card title={t("matrix.title", { unit: board.unit.name })} flush>
                <Matrix board={board} params={params} />
              </Card>
            </div>
          ) : null}
        </div>
      </>
    );
  },
});
