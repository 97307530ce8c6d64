// Names as sign-in sheets give them: columns from a table, lists with commas, numbers and headings in front.
import { expect, test } from "vitest";
import { readNames } from "#lib/domains/trainings/sign-in-sheet.ts";

const names = (text: string) => readNames(text).map(({ name }) => name);

test.each([
  ["张三\n李四\n", ["张三", "李四"]],
  ["张三、李四，王五;赵六 孙七", ["张三", "李四", "王五", "赵六", "孙七"]],
  ["序号\t姓名\t单位\n1\t张 三\t县教育局\n2\t李四", ["张三", "李四"]],
  ["1. 张三\n2、李四\n3 王五", ["张三", "李四", "王五"]],
  ["  \n\t\n", []],
  ["洛松群培·嘎玛丹增旺修", ["洛松群培·嘎玛丹增旺修"]],
])("%j", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test("what stands beside a name in a table is its unit", () => {
  expect(readNames("张三\t雪通村\t13900000000")).toEqual([{ name: "张三", unit: "雪通村" }]);
});
