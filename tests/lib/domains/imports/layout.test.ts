// Proves that the header is found wherever offices put it: under titles, in two levels, with stars, units and odd blanks.
import fc from "fast-check";
import { expect, test } from "vitest";
import { findLayout } from "#lib/domains/imports/inside/layout.ts";
import { householdRoster } from "#lib/domains/imports/sheets/household-roster.ts";
import { pairings } from "#lib/domains/imports/sheets/pairings.ts";
import { personRoster } from "#lib/domains/imports/sheets/person-roster.ts";
import { rowsOf, type Written } from "./sheet-rows.ts";

const keysOf = (layout: ReturnType<typeof findLayout>) =>
  Object.fromEntries((layout?.columns ?? []).flatMap(({ key, index }) => (key ? [[key, index]] : [])));

test("a title, the reporting unit and then the header of the household roster", () => {
  const layout = findLayout(
    rowsOf([
      ["察雅县吉塘镇吉塘村贫困户花名册"],
      ["填报单位：吉塘镇人民政府", null, null, null, "填报人：次仁", null, "2026年11月"],
      [
        "序号",
        "县",
        "乡(镇)",
        "村",
        "组",
        "户编号",
        "户主姓名",
        "性别",
        "身份证号",
        "民族",
        "家庭人口",
        "贫困户属性",
        "识别标准",
        "主要致贫原因",
        "其他致贫原因",
        "脱贫属性",
        "脱贫年度",
        "人均纯收入（元）",
        "是否搬迁户",
        "危房等级",
        "饮水安全",
        "帮扶责任人",
        "帮扶单位",
        "联系电话",
        "备注",
      ],
      ["1", "察雅县", "吉塘镇", "吉塘村", "一组", "540326001001", "扎西"],
    ]),
    householdRoster,
  );
  expect(layout).toMatchObject({ headerRow: 3, depth: 1, missing: [] });
  expect(layout!.columns.filter((column) => column.key === null)).toEqual([]);
});

test("two levels: what stands below a group is known by both", () => {
  const layout = findLayout(
    rowsOf([
      ["结对帮扶一览表"],
      [
        "序号",
        "乡镇",
        "村",
        "户主",
        "户编号",
        "帮扶责任人",
        null,
        null,
        null,
        null,
        "结对时间",
        "第二责任人",
        null,
      ],
      [null, null, null, null, null, "姓名", "性别", "单位", "职务", "联系电话", null, "姓名", "电话"],
      [
        "1",
        "吉塘镇",
        "吉塘村",
        "扎西",
        "540326001001",
        "白玛",
        "女",
        "县农牧局",
        "科员",
        "13800000001",
        "2026.3",
        "次仁",
        "13800000002",
      ],
    ]),
    pairings,
  );
  expect(layout).toMatchObject({ headerRow: 2, depth: 2 });
  expect(keysOf(layout)).toMatchObject({
    headName: 3,
    householdNo: 4,
    helperName: 5,
    helperSex: 6,
    helperUnit: 7,
    helperPost: 8,
    helperPhone: 9,
    fromOn: 10,
    secondName: 11,
    secondPhone: 12,
  });
});

test("a file that is something else has no header of ours", () => {
  expect(
    findLayout(rowsOf([["会议签到表"], ["姓名", "单位", "签名"], ["扎西", "农牧局", ""]]), personRoster),
  ).toBeNull();
});

test("a header below the thirtieth row is not looked for", () => {
  const header = personRoster.columns.map((column) => column.label["zh-CN"]);
  expect(findLayout(rowsOf([header], 31), personRoster)).toBeNull();
  expect(findLayout(rowsOf([header], 30), personRoster)).toMatchObject({ headerRow: 30 });
});

test("wherever it stands, however it is decorated and ordered, the header is found and every column told apart", () => {
  const decorate = fc.constantFrom(
    (label: string) => label,
    (label: string) => `*${label}`,
    (label: string) => `${label}＊`,
    (label: string) => [...label].join(" "),
    (label: string) => [...label].join("\u3000"),
    (label: string) => `${label}\n`,
    (label: string) => `${label}（必填）`,
  );
  const titles = fc.array(
    fc.constantFrom<Written[]>(["××县花名册"], ["填报单位：", null, "填报人："], [null], ["单位：人、元"]),
    { maxLength: 28 },
  );
  const columns = fc.shuffledSubarray([...personRoster.columns], { minLength: 6 });
  const decorations = fc.array(decorate, { minLength: 47, maxLength: 47 });
  fc.assert(
    fc.property(titles, columns, decorations, fc.nat({ max: 3 }), (above, chosen, dress, margin) => {
      const header = [
        ...Array<Written>(margin).fill(null),
        ...chosen.map((column, index) => dress[index]!(column.label["zh-CN"])),
      ];
      const data = header.map((_label, index) => `值${index}`);
      const layout = findLayout(rowsOf([...above, header, data]), personRoster);
      expect(layout?.headerRow).toBe(above.length + 1);
      expect(layout?.depth).toBe(1);
      expect(keysOf(layout)).toEqual(
        Object.fromEntries(chosen.map((column, index) => [column.key, margin + index])),
      );
    }),
    { numRuns: 300 },
  );
});
