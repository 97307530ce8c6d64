/** One entry of a code list: what is stored, how it is called today, and the other spellings that sheets use for it. */

import { amendmentOf } from "./amended-codes.ts";

export type Code = { code: string; "zh-CN": string; en: string; aliases?: readonly string[] };
export type CodeList = readonly Code[];

/** To which list a code belongs; known once all lists are written down (codes.ts). */
export const listOf = new WeakMap<Code, string>();

/** The names are read anew each time, since the office's dictionary may change them (a former name stays a spelling). */
export const word = (code: string, zh: string, en: string, ...aliases: string[]): Code => ({
  code,
  get "zh-CN"() {
    return amendmentOf(listOf.get(this), code)?.name ?? zh;
  },
  get en() {
    return amendmentOf(listOf.get(this), code)?.nameEn ?? en;
  },
  get aliases() {
    const amended = amendmentOf(listOf.get(this), code);
    return amended ? [...aliases, ...(amended.name ? [zh] : []), ...amended.aliases] : aliases;
  },
});
