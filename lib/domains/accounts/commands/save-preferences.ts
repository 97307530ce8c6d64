/** How I like to read: kept with the account, so that it is the same on the phone and on the desk. */
import { command } from "#lib/platform/command.ts";
import { SavePreferences } from "../input.ts";

export const savePreferences = command({
  name: "me.savePreferences",
  tells: "me.preferencesSaved",
  input: SavePreferences,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async ({ tx }, { colorSafe, ...wishes }, id) => {
    await tx.account.update({
      where: { id },
      data: { ...wishes, ...(colorSafe === undefined ? {} : { colorSafe: colorSafe === "1" }) },
      select: { id: true },
    });
    return id;
  },
  fact: (id, wishes) => ({ subject: `account:${id}`, division: null, fields: Object.keys(wishes) }),
});
