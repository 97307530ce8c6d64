// A print of several parts as one document: every sheet in order, its styles inside, and nothing that could run or reach out.
import { expect, test } from "vitest";
import { printDocument, sheetsIn, stylesOf } from "#lib/base/print-document.ts";

const page = (...names: string[]) =>
  `<!DOCTYPE html><html lang="zh-CN" data-theme="system"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/><link rel="preload" as="script" href="/b.js"/><script src="/b.js"></script></head>` +
  `<body><p>演示数据</p><main>${names.map((name) => `<article data-form="card"><h2>${name}</h2></article>`).join("")}</main><script>self.push("<article data-form=")</script></body></html>`;

test("the styles that a page asks for are known, each once", () => {
  expect(stylesOf(page("甲") + page("乙"))).toEqual(["/_next/static/a.css"]);
});

test("the sheets of all parts stand in order inside the first", () => {
  const whole = printDocument([page("甲", "乙"), page("丙"), page("丁")], []);
  expect([...whole.matchAll(/<h2>(.)<\/h2>/g)].map(([, name]) => name)).toEqual(["甲", "乙", "丙", "丁"]);
  expect(sheetsIn(whole)).toBe(4);
  expect(whole.match(/<main>/g)).toHaveLength(1);
  expect(whole.indexOf("丁")).toBeLessThan(whole.indexOf("</main>"));
  expect(whole.match(/演示数据/g)).toHaveLength(1);
});

test("nothing in it runs, and nothing is fetched", () => {
  const whole = printDocument([page("甲")], ["h2{color:red}", 'p::after{content:"</style>"}']);
  expect(whole).not.toMatch(/<script|<link|\/b\.js/);
  expect(whole).toContain("default-src 'none'");
  expect(whole).toContain("h2{color:red}");
  expect(whole.match(/<\/style/g)).toHaveLength(1);
});
