// Hands on the keyboard only: walks by Tab as people do, and looks whether one can see where one is.
import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the control has the focus; fails when it is never reached or the focus cannot be seen there. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const shown = await focusShown(page);
      expect(shown, `where the focus is can be seen at ${target}`).toBe("seen");
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${target}`);
}

/** An outline or ring of at least 2 px on the control or what frames it, and nothing lying over it. */
function focusShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "nothing has the focus";
    const outlined = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    };
    const frames = [element, element.closest("label"), element.closest("li")].filter((one) => one !== null);
    if (!frames.some(outlined)) return `no outline on ${element.outerHTML.slice(0, 160)}`;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (y < 0 || y > innerHeight) return "scrolled out of sight";
    const top = document.elementFromPoint(x, y);
    const same =
      top === null ||
      element.contains(top) ||
      top.contains(element) ||
      top.closest("label") === element.closest("label");
    return same ? "seen" : `covered by ${top?.outerHTML.slice(0, 120)}`;
  });
}
