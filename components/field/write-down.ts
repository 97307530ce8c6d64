/** What somebody writes down, mends or takes back on the phone, on its disk before anything says so. */
import { type Draft, mendItem, newItems } from "./fill-outbox.ts";
import { type Content, contentOf, dropItem, type Item, itemOf, itemsOf, kindOf } from "./outbox.ts";
import { lookAgain, phoneNow } from "./phone-state.ts";

/** Written down: on the disk of the phone when it resolves. */
export async function writeDown(drafts: readonly Draft[]): Promise<void> {
  const { account } = phoneNow();
  if (account === null) throw new Error("the phone is nobody's");
  const fresh: Draft[] = [];
  for (const draft of drafts) {
    const before = draft.kind === "FACT" ? await waitingFor(draft.content) : null;
    // Said twice before it could be sent: the second word holds, against what stood there before the first.
    if (before) await mendItem(before.item, sameGround(before.content, draft.content));
    else fresh.push(draft);
  }
  await newItems(account, fresh);
  void navigator.storage?.persist?.();
  await lookAgain();
}

/** What waits is mended; false when it was sent meanwhile, and cannot be any more. */
export async function mend(
  id: string,
  content: Content,
  pictures: Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const item = await itemOf(id);
  if (!item || item.taken) return false;
  await mendItem(item, content, pictures);
  await lookAgain();
  return true;
}

const factOf = ({ values }: Content): Record<string, string | undefined> => JSON.parse(values);

/** The fact of the same family, or of the same person, that waits already. */
async function waitingFor(content: Content) {
  const wanted = factOf(content);
  for (const item of await itemsOf(phoneNow().account ?? 0)) {
    if (kindOf(item) !== "FACT" || item.differs) continue;
    const known = await contentOf(item);
    const fact = factOf(known);
    if ((["householdId", "personId", "field"] as const).every((name) => fact[name] === wanted[name]))
      return { item, content: known };
  }
  return null;
}

const sameGround = (before: Content, after: Content): Content => ({
  ...after,
  values: JSON.stringify({ ...factOf(after), was: factOf(before).was }),
  ...(after.fact && before.fact ? { fact: { ...after.fact, was: before.fact.was } } : {}),
});

export async function takeOut(item: Item): Promise<void> {
  await dropItem(item);
  await lookAgain();
}
