// Every number of the cockpit opens its rows, and the rows are as many as the number says, for whoever looks.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/app.ts";

const LOOKERS = ["洛松平措", "次仁旺堆", "白玛措姆", "贡布扎西"];

type Told = { href: string; text: string };

/** Numbers with a link of their own, and counts in words such as “未达到 3 户”. */
const told = (page: Page): Promise<Told[]> =>
  page.locator("main a[href^='/cockpit/rows']").evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute("href") ?? "",
      text: (link.textContent ?? "").replace(/,/g, "").trim(),
    })),
  );

/** Days and hours add up over the rows; the page of the rows says the sum in the same words. */
const SUM = /[\d.]+ (天|学时)/;

/** A share of two sums: what a link says of it stands in the words above its rows. */
const OF_SUMS = /i=(M4\.2|M4\.5)&/;
const numbersIn = (text: string): string[] => text.match(/\d+(\.\d+)?/g) ?? [];
const leadOf = (html: string): string => {
  const from = html.indexOf("data-rows-total");
  return html.slice(html.indexOf(">", from), html.indexOf("</span>", from)).replaceAll("<!-- -->", "");
};

/** The whole of “83.5%（838/1004）” and “7/9”, the count of “看 3 户”; null where only a percentage or a word stands. */
function claim({ href, text }: Told): number | null {
  const pair = /(\d+)\/(\d+)/.exec(text);
  if (pair) return Number(href.includes("part=met") ? pair[1] : pair[2]);
  if (/%/.test(text)) return null;
  const count = /\d+/.exec(text);
  return count ? Number(count[0]) : null;
}

/** Of the same number at many units, the looker's own and one below. */
function twoOfEach(all: Told[]): Told[] {
  const met = new Map<string, Set<string>>();
  return all.filter(({ href }) => {
    const asked = new URL(href, "http://here").searchParams;
    const unit = asked.get("u") ?? "";
    asked.delete("u");
    const units = met.get(asked.toString()) ?? new Set<string>();
    met.set(asked.toString(), units.size < 2 ? units.add(unit) : units);
    return units.has(unit);
  });
}

for (const name of LOOKERS)
  test(`each number that ${name} sees is the number of its rows`, async ({ as }) => {
    const page = await as(name);
    const seen = new Map<string, Told>();
    await page.goto("/cockpit");
    const cards = page.locator("main li", { has: page.locator("[data-metric]") });
    expect(await cards.count(), "numbers on the cockpit").toBeGreaterThan(0);
    for (const card of await cards.all())
      await expect(card.locator("a[href^='/cockpit/rows']"), "a number without rows").toHaveCount(1);
    const periods = await page
      .locator("details a[href*='p=']")
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get("p") ?? ""),
      );
    const quarter = periods.filter((period) => /Q/.test(period)).at(-1);
    const items = ["F1", "F2", "F3", "R1", "R2", "R3", "M4"].map((item) => `/cockpit/${item}`);
    const others = ["/compare?item=R2", "/cockpit/R2/R2.3", "/cockpit/F2/F2.3"];
    for (const address of ["/cockpit", ...items, `/cockpit/R2?p=${quarter}`, ...others]) {
      await page.goto(address);
      for (const one of await told(page)) seen.set(`${one.href} ${one.text}`, one);
    }
    let checked = 0;
    for (const one of twoOfEach([...seen.values()])) {
      const answer = await page.request.get(one.href);
      expect.soft(answer.status(), one.href).toBe(200);
      const rows = (await answer.text()).replace(/(\d),(?=\d{3})/g, "$1");
      const total = /data-rows-total="(\d+)"/.exec(rows)?.[1];
      expect.soft(total, `${one.href} says how many rows it holds`).toBeDefined();
      if (OF_SUMS.test(one.href)) {
        const said = expect.arrayContaining(numbersIn(one.text));
        expect.soft(numbersIn(leadOf(rows)), `“${one.text}” at ${one.href}`).toEqual(said);
        continue;
      }
      const sum = SUM.exec(one.text)?.[0];
      if (sum) {
        if (one.href.includes("part=all")) expect.soft(rows, `${sum} at ${one.href}`).toContain(sum);
        continue;
      }
      const number = claim(one);
      if (number === null) continue;
      expect.soft(Number(total), `“${one.text}” at ${one.href}`).toBe(number);
      checked++;
    }
    expect(checked, "numbers compared").toBeGreaterThan(3);
  });
