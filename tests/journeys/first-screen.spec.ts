// What a leader reads in half a minute without scrolling (ux.md §1e, E1 to E3): is all well, what is worst and who owns it, better or worse.
// Three situations, made by other targets for one township in the journey's own database: all well, one village behind, nothing due.
import type { Page } from "@playwright/test";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { withClient } from "#lib/operate/roles.ts";
import { today } from "#lib/platform/clock.ts";
import { runningDatabase } from "#tests/support/running-database.ts";
import { expect, test } from "./support/app.ts";

const YEAR = Number(today().slice(0, 4));
const IN_USE = new Set(INDICATORS.filter(({ headline }) => headline).map(({ item }) => item)).size;
const NOT_IN_USE = ITEMS.length - IN_USE;

async function asOwner<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const dataDir = process.env.APP_DATA;
  if (!dataDir) throw new Error("this journey needs the data directory of the app that it uses: APP_DATA");
  return withClient(
    runningDatabase(dataDir).owner,
    async (client) => (await client.query<Row>(sql, values)).rows,
  );
}

/** Easy enough for whoever did nothing: no share at all, any number of days, a hundred percent of what should be few. */
const easy = ({ adds }: (typeof INDICATORS)[number]) =>
  adds?.over ? 10_000 : adds && !adds.mean ? 99_999 : 0;

const setTarget = (unit: number, indicator: string, value: number) =>
  asOwner(
    "insert into target (indicator, division_id, year, value) values ($1, $2, $3, $4) on conflict (indicator, division_id, year) do update set value = $4",
    [indicator, unit, YEAR, value],
  );

/** All that stands on the screen of a laptop before anybody scrolls, the words for those who listen included. */
const firstScreen = (page: Page): Promise<string> =>
  page.locator("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest("details:not([open]) :not(summary, summary *)")) continue;
      const { top, bottom, width } = parent.getBoundingClientRect();
      if (width > 0 && top >= 0 && bottom <= window.innerHeight)
        texts.push(walker.currentNode.textContent ?? "");
    }
    return texts.join(" ").replace(/\s+/g, " ");
  });

type Village = { unit: number; village: number; name: string; indicator: string; leader: string };

test("the first screen says whether all is well, what is worst and whose it is, and where it goes", async ({
  as,
}) => {
  // A village in whose Party committee somebody leads, which lacks something that is a share, and its township.
  const [chosen] = await asOwner<Village>(
    `select d.parent_id as unit, d.id as village, d.name, r.indicator, t.person_name as leader from rollup r join division d on d.id = r.division_id and d.level = 'VILLAGE'
     join post p on p.division_id = d.id and p.kind = 'SECRETARY' join tenure t on t.post_id = p.id and t.to_on is null
     where r.indicator = any ($1) and r.period = to_char(beijing_today(), 'YYYY-MM') and r.denominator >= 10 and r.numerator::numeric / r.denominator between 0.01 and 0.85
     order by d.id, r.indicator limit 1`,
    [["R2.1", "F3.5", "F2.3", "R2.2"]],
  );
  if (!chosen) throw new Error("the demo has no village that lacks anything");
  const page = await as("洛松平措", { viewport: { width: 1366, height: 650 } });
  const board = async () => {
    await page.goto(`/cockpit?u=${chosen.unit}`);
    return firstScreen(page);
  };
  try {
    for (const indicator of INDICATORS.filter(({ scored }) => scored))
      await setTarget(chosen.unit, indicator.id, easy(indicator));

    await test.step("all is well: said in one sentence, and nothing to ask about", async () => {
      const text = await board();
      expect(text).toMatch(/十项中 [1-9] 项达标/);
      expect(text).not.toMatch(/\d 项(滞后|关注)/);
      expect(text).toContain("本期没有需要过问的事项");
      expect(text).toContain(`${NOT_IN_USE} 项未启用`);
    });

    await test.step("one village behind: which, how much, whose it is, and its rows in one tap", async () => {
      await setTarget(chosen.village, chosen.indicator, 10_000);
      const text = await board();
      const { item } = INDICATORS.find(({ id }) => id === chosen.indicator)!;
      expect(text).not.toContain("本期没有需要过问的事项");
      expect(text).toMatch(
        new RegExp(`最需要关注：\\S+ —— ${chosen.name}.+ \\d+ .+（${chosen.leader}(，最长 \\d+ 天)?）`),
      );
      const first = page.locator("main section ol > li").first();
      await expect(first).toContainText(chosen.name);
      await expect(first).toContainText(chosen.leader);
      await expect(first.getByText(/^滞后$/)).toBeAttached();
      await expect(first.getByRole("link", { name: /^看这/ })).toHaveAttribute(
        "href",
        new RegExp(`i=${chosen.indicator}&u=${chosen.village}&.*part=missing`),
      );
      const bottom = await first.evaluate((line) => line.getBoundingClientRect().bottom);
      expect(bottom, "the worst stands on the first screen").toBeLessThan(650);
      await expect(page.locator(`main tbody a[href^='/cockpit/${item}?u=${chosen.village}&']`)).toHaveText(
        /滞后/,
      );
    });

    await test.step("each item that counts says where it goes, beside twelve periods", async () => {
      const text = await board();
      expect(text.match(/较上期(上升|下降)|与上期持平/g)?.length ?? 0).toBeGreaterThan(IN_USE / 2);
      const lines = page.getByRole("img", { name: /最近 \d+ 期，最新/ });
      await expect(lines).toHaveCount(IN_USE);
      for (const line of await lines.all())
        expect((await line.boundingBox())!.y, "a line below the first screen").toBeLessThan(600);
      expect(text.match(/(待|未启用)/g)?.length).toBeGreaterThan(NOT_IN_USE);
      // A township sees its place among the townships of its county.
      expect(text).toMatch(/乡镇 (并列 )?\d+\/\d+/);
    });

    await test.step("nothing due: neither good nor bad, and nothing invented", async () => {
      await asOwner("update target set year = year - 1000 where year = $1", [YEAR]);
      const text = await board();
      expect(text).toMatch(
        new RegExp(`十项中 ${IN_USE} 项未评定 ${NOT_IN_USE} 项未启用 本期没有需要过问的事项`),
      );
      expect(text).not.toMatch(/\d 项(达标|关注|滞后)/);
      expect(text.match(/未定目标/g)).toHaveLength(IN_USE);
    });
  } finally {
    await asOwner("update target set year = year + 1000 where year = $1", [YEAR - 1000]);
    await asOwner("delete from target where division_id = any ($1) and year = $2", [
      [chosen.unit, chosen.village],
      YEAR,
    ]);
  }
});
