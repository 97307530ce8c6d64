/** next-intl's door: which language this request is answered in, and its words. The URL carries no language. */

import { getRequestConfig } from "next-intl/server";
import { readPreferences } from "./preferences.ts";
import { loadRooms } from "./rooms.ts";

export default getRequestConfig(async () => {
  const { locale } = await readPreferences();
  return { locale, messages: await loadRooms(locale), timeZone: "Asia/Shanghai" };
});
