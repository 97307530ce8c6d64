/** What was begun and not saved: kept while it is typed, one for each household or each thing that is being mended, sealed like all else. */
import { type Box, sealText, unsealText } from "./box.ts";
import { read, readAll, write } from "./database.ts";
import { photosBeside } from "./unfinished-photos.ts";

export type Typed = Record<string, string | string[]>;
type Row = { key: string; account: number; at: number; box: Box };
export type Unfinished = {
  key: string;
  at: number;
  householdId: string;
  head: string;
  values: Typed;
  /** Where the form stands, and by which name it is called where that is not the household's. */
  href?: string;
  title?: string;
};

export const keyOf = (account: number, about: string) => `${account}:${about}`;

/** `about`: the household, another name for what the form is about, or the number of what is being mended. */
export async function keepUnfinished(
  account: number,
  about: string,
  what: Omit<Unfinished, "key" | "at">,
): Promise<number> {
  const key = keyOf(account, about);
  const at = Date.now();
  const row: Row = { key, account, at, box: await sealText(account, JSON.stringify(what)) };
  await write({ in: "drafts", key, value: row });
  return at;
}

export async function unfinished(account: number, about: string): Promise<Unfinished | null> {
  const row = await read<Row>("drafts", keyOf(account, about));
  return row ? opened(row) : null;
}

export async function allUnfinished(account: number): Promise<Unfinished[]> {
  const rows = (await readAll<Row>("drafts")).filter((one) => one.account === account);
  const found = await Promise.all(rows.map((row) => opened(row).catch(() => null)));
  return found.filter((one) => one !== null).sort((a, b) => b.at - a.at);
}

const opened = async ({ key, at, account, box }: Row): Promise<Unfinished> => ({
  ...JSON.parse(await unsealText(account, box)),
  ...{ key, at },
});

export const dropUnfinished = (account: number, about: string) => dropUnfinishedBy(keyOf(account, about));
export const dropUnfinishedBy = (key: string) =>
  write({ in: "drafts", key }, { in: "drafts", key: photosBeside(key) });
