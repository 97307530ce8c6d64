// Proves that both catalogues say the same things, that nothing asked for is missing and nothing kept is unused.
import { expect, test } from "vitest";
import { differences, flatten, leftInChinese, readCatalog } from "./catalogs.ts";
import { placeholdersOf } from "./icu.ts";
import { messageUse } from "./message-use.ts";
import { planted, sourceFiles } from "./source.ts";

const chinese = readCatalog("zh-CN");
const english = readCatalog("en");
const code = sourceFiles().filter((file) => /^(app|components|lib)\//.test(file.path));

/** English messages that keep Chinese on purpose, and why. */
const KEEPS_CHINESE: Record<string, string> = {
  "common.date.hint": "tells which Chinese word the field understands",
  "navigation.locale.zh-CN": "a language is offered under its own name",
};

test("every message stands in both languages with the same placeholders", () => {
  expect(chinese.size).toBeGreaterThan(50);
  expect(differences(chinese, english)).toEqual([]);
});

test("English is English", () => {
  expect(leftInChinese(english, KEEPS_CHINESE)).toEqual([]);
});

test("no screen asks for a message that is not there, and none is kept that no screen asks for", () => {
  expect(messageUse(code, chinese)).toMatchObject({ missing: [], unused: [] });
}, 180_000);

test("it bites: a key or a placeholder that only one language has", () => {
  const source = new Map(flatten({ visits: { title: "走访", due: "还有 {count} 户" } }, "r"));
  expect(
    differences(source, new Map(flatten({ visits: { title: "Visits", due: "{n} left" } }, "r"))),
  ).toHaveLength(1);
  expect(differences(source, new Map(flatten({ visits: { title: "Visits" } }, "r")))).toHaveLength(1);
  expect(differences(source, new Map(flatten({ visits: { title: "Visits", due: " " } }, "r")))).toHaveLength(
    1,
  );
  expect(differences(source, new Map([...source, ["r.more", "x"]]))).toHaveLength(1);
  expect(leftInChinese(source, {})).toHaveLength(2);
});

test("placeholders are found inside plural and select, not their branches' words", () => {
  expect(placeholdersOf("{count, plural, one {# visit} other {{name} and # more}} <b>now</b>")).toEqual([
    "<b>",
    "count",
    "name",
  ]);
  expect(placeholdersOf("第{quarter, select, 1 {first} other {last}}季度")).toEqual(["quarter"]);
  expect(() => placeholdersOf("{count")).toThrow("unmatched");
});

const catalog = new Map(
  flatten({ title: "走访", purpose: { policy: "政策", need: "诉求" }, old: "旧" }, "visits"),
);
const used = (text: string) => messageUse([planted("app/a.tsx", text)], catalog);

test("it bites: a key that is asked for and missing", () => {
  expect(used('const t = await getTranslations("visits"); t("titel");').missing).toHaveLength(1);
  expect(used('const t = useTranslations("visits"); t(`reason.${x}`);').missing).toHaveLength(1);
  expect(
    used('const [a, t] = await Promise.all([load(), getTranslations("visits")]); t.rich("gone");').missing,
  ).toHaveLength(1);
});

test("it bites: a key that nobody asks for", () => {
  const text =
    'const t = await getTranslations({ locale, namespace: "visits" }); t("title"); t(`purpose.${x}`);';
  expect(used(text)).toEqual({ missing: [], unused: ["visits.old"] });
});

test("a key named as data counts where its room is asked with variables", () => {
  const text =
    'const tabs = ["title", "old", "purpose.policy"]; const t = useTranslations("visits"); tabs.map((tab) => t(tab));';
  expect(used(text).unused).toEqual(["visits.purpose.need"]);
});

test("a translator that is handed on is followed by its type, or taken for any room", () => {
  expect(used('const part = (t: Translator<"visits">) => t("old");').unused).not.toContain("visits.old");
  expect(used('const part = ({ t }: Props) => t("old");').unused).not.toContain("visits.old");
  expect(used('const part = (t: Translator<"visits">) => t("gone");').missing).toHaveLength(1);
});

test("a translator asked at once, and the room that travels whole, are followed too", () => {
  expect(used('const word = given ?? (await getTranslations("visits"))("old");').unused).not.toContain(
    "visits.old",
  );
  const browser = new Map(flatten({ close: "关闭", undo: "撤销" }, "browser"));
  const text = "const words = useWords(); words.close;";
  expect(messageUse([planted("components/a.tsx", text)], browser).unused).toEqual(["browser.undo"]);
});
