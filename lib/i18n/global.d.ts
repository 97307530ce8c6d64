/** Makes message keys typed: a key that is not in the Chinese source does not compile. */

import type { Locale } from "#lib/base/preferences.ts";
import type { Messages as AllMessages } from "./rooms.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: AllMessages;
  }
}
