// What is measured on any page as it stands: sizes of what one clicks, width, words that leaked, and its title.
import type { Page } from "@playwright/test";
import { rooms } from "#lib/i18n/rooms.ts";

/** Controls narrower or lower than the least, save links inside a sentence and those with room around them (WCAG 2.5.8). */
export function tooSmall(page: Page, least: number, which: "all" | "main"): Promise<string[]> {
  return page.evaluate(
    ([size, main]) => {
      const wanted = main
        ? "button, summary, select, textarea, input, [role=option], nav a:not(main a), header a:not(main a)"
        : "a[href], button, summary, select, textarea, input, [role=option]";
      const seen = (element: Element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !element.closest("[inert], .sr-only, dialog:not([open])");
      const boxOf = (element: Element) => {
        const label = element instanceof HTMLInputElement ? element.closest("label") : null;
        const own = (label ?? element).getBoundingClientRect();
        // A link that spreads over its card is as large as the card.
        const over = getComputedStyle(element, "::after");
        const card =
          over.position === "absolute" && over.inset === "0px" ? element.closest("li, tr, div") : null;
        return card?.getBoundingClientRect() ?? own;
      };
      const controls = [...document.querySelectorAll(wanted)].filter(
        (one) => seen(one) && !(one instanceof HTMLInputElement && one.type === "hidden"),
      );
      const boxes = controls.map(boxOf);
      const inSentence = (element: Element) =>
        element.tagName === "A" &&
        getComputedStyle(element).display === "inline" &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
      const hasRoom = (at: number) => {
        const box = boxes[at]!;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return boxes.every((other, index) => {
          if (index === at) return true;
          const dx = Math.max(other.left - x, 0, x - other.right);
          const dy = Math.max(other.top - y, 0, y - other.bottom);
          return Math.hypot(dx, dy) >= size / 2;
        });
      };
      return controls
        .map((element, at) => ({ element, box: boxes[at]!, at }))
        .filter(({ box }) => box.width > 0 && (box.width < size - 0.5 || box.height < size - 0.5))
        .filter(({ element, at }) => !inSentence(element) && (main || !hasRoom(at)))
        .map(
          ({ element, box }) =>
            `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute("aria-label") || element.getAttribute("name") || "").trim().slice(0, 20)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
        );
    },
    [least, which === "main"] as const,
  );
}

/** How far the page itself can be pushed sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words of the machine among the words of people. */
export async function leaks(page: Page, language: "zh-CN" | "en"): Promise<string[]> {
  const { text, hints } = await page.evaluate(() => ({
    text: (() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      while (walker.nextNode())
        if (walker.currentNode.parentElement?.checkVisibility())
          words.push(walker.currentNode.nodeValue ?? "");
      return words.join("\n");
    })(),
    hints: [...document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")]
      .flatMap((one) =>
        ["aria-label", "placeholder", "title", "alt"].map((name) => one.getAttribute(name) ?? ""),
      )
      .join("\n"),
  }));
  const whole = `${text}\n${hints}`;
  const key = new RegExp(
    `(?<![\\w./])(?:${Object.keys(rooms).join("|")})\\.[a-z][A-Za-z]+(?:\\.[A-Za-z0-9]+)*`,
    "g",
  );
  // Two names are meant: what the technician writes into the service's environment, on the health page.
  const machine =
    /\b(?!(?:BACKUP_DIR|AUDIT_ROOTS_DIR)\b)[A-Z]{3,}(?:_[A-Z]+)+\b|\b(?:undefined|null|NaN|Invalid Date)\b|\[object|\{[a-z]+(?:, \w+)?\}/g;
  const english =
    /\b(?:NORMAL|CHANGED|DIFFICULT|HOME|PHONE|POOR|EXITED|RETURNED|ACTIVE|DISABLED|MONTH|QUARTER|VILLAGE|TOWNSHIP|COUNTY|PREFECTURE|READ|CHECKED|DONE|BAD|WARN|Error|Loading|Submit|Save|Search|Cancel|Household|Visit|Page|Required|Choose file|true|false)\b/g;
  const found = [...(whole.match(key) ?? []), ...(whole.match(machine) ?? [])];
  if (language === "zh-CN") found.push(...(text.match(english) ?? []));
  return [...new Set(found)];
}

/** Labels, buttons and column heads that are still Chinese on an English page; names of people and places stay as they are. */
export const chineseControls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, th, legend, h2, h3, [role=tab]")]
      .filter((one) => one.checkVisibility() && !one.closest("[data-names], td, tbody"))
      .map((one) => one.textContent?.trim() ?? "")
      .filter((text) => /^[\u4e00-\u9fff]{2,}/.test(text)),
  );
