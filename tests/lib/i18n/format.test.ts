/** How figures, days and periods read in both languages, by the examples of the drafts. */
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import type { Locale } from "#lib/base/preferences.ts";
import { formatsIn } from "#lib/i18n/format.ts";
import { loadRooms } from "#lib/i18n/rooms.ts";

async function formats(locale: Locale) {
  const messages = await loadRooms(locale);
  return formatsIn(locale, createTranslator({ locale, messages, namespace: "common" }));
}

test("a rate stands with its cases, and without percent for a handful", async () => {
  const f = await formats("zh-CN");
  expect(f.rate({ part: 838, whole: 1004 })).toBe("83.5%（838/1,004）");
  expect(f.rate({ part: 7, whole: 9 })).toBe("7/9");
  expect(f.rate({ part: 0, whole: 0 })).toBe("—");
  expect(f.percent({ part: 1004, whole: 1004 })).toBe("100%");
  expect(f.percent({ part: 0, whole: 0 })).toBe("—");
  expect(f.points(2.1)).toBe("+2.1 个百分点");
  expect(f.points(-6)).toBe("-6 个百分点");
});

test("nothing is not zero", async () => {
  const f = await formats("zh-CN");
  expect([f.number(0), f.number(null), f.number(12480)]).toEqual(["0", "—", "12,480"]);
  expect([f.yuan(0n), f.yuan(null), f.day(null)]).toEqual(["0.00元", "—", "—"]);
});

test("money in yuan for records, in ten thousands for reports", async () => {
  const f = await formats("zh-CN");
  expect([f.wan(18_000_000n), f.yuan(18_000_000n)]).toEqual(["18.00万元", "180,000.00元"]);
});

test("days are near for a week, and then a date", async () => {
  const f = await formats("zh-CN");
  const near = (day: string) => f.near(day, "2026-11-23");
  expect(["2026-11-23", "2026-11-22", "2026-11-24", "2026-11-20", "2026-11-15"].map(near)).toEqual([
    "今天",
    "昨天",
    "明天",
    "3 天前",
    "2026-11-15",
  ]);
  expect([f.longDay("2026-01-05"), f.weekday("2026-11-23")]).toEqual(["2026年1月5日", "周一"]);
});

test("moments are told in Beijing time", async () => {
  expect((await formats("zh-CN")).dayTime("2026-11-22T16:30:00Z")).toBe("2026-11-23 00:30");
});

test("periods in words", async () => {
  const [zh, en] = [await formats("zh-CN"), await formats("en")];
  expect(["2026", "2026Q3", "2026-09"].map((period) => zh.period(period as "2026"))).toEqual([
    "2026年",
    "2026年第三季度",
    "2026年9月",
  ]);
  expect(["2026", "2026Q3", "2026-09"].map((period) => en.period(period as "2026"))).toEqual([
    "2026",
    "Q3 2026",
    "2026-09",
  ]);
  expect(zh.shortPeriod("2026Q3")).toBe("第三季度");
});
