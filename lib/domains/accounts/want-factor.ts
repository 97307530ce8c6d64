/** Who must have a second factor where the office has set nothing else: administrators, who exports in clear or approves, the officers. */
import type { Role } from "./roles.ts";

export const WANT_FACTOR: readonly Role[] = [
  "PREFECTURE_ADMIN",
  "COUNTY_ADMIN",
  "TOWNSHIP_ADMIN",
  "COUNTY_POVERTY_OFFICE",
  "AUDITOR",
  "SYSTEM_ADMIN",
  "SECURITY_ADMIN",
];
