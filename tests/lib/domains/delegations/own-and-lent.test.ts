// Whatever is lent, the stand-in may exactly what either of the two may, less what is never lent; and it is known whose right it was.
import fc from "fast-check";
import { expect, test } from "vitest";
import { may, VERBS } from "#lib/domains/accounts/roles.ts";
import { asViewer, lenderFor } from "#lib/platform/viewer.ts";

const viewer = asViewer({
  account_id: 3,
  person_id: null,
  name: "某人",
  locale: "zh-CN",
  theme: "auto",
  text_size: "100",
  density: "standard",
  color_safe: false,
  home_division_id: 2,
  must_change: false,
  sees_all: false,
  grants: [],
  households: [],
});

test("whatever is lent, the stand-in may exactly what either of the two may, less what is never lent", () => {
  const role = fc.constantFrom(
    "COUNTY_ADMIN",
    "COUNTY_ORG_DEPT",
    "COUNTY_POVERTY_OFFICE",
    "TOWNSHIP_ADMIN",
    "TOWNSHIP_REVIEWER",
    "VILLAGE_CADRE",
    "TEAM_MEMBER",
  );
  const grant = fc.record({
    role,
    divisionId: fc.constant(1),
    readsRegistry: fc.boolean(),
    nodes: fc.subarray([2, 4, 8]),
  });
  const kept = [
    "account.manage",
    "account.make",
    "account.grant",
    "target.edit",
    "indicator.edit",
    "closing.close",
    "closing.sign",
    "setting.edit",
    "map.edit",
    "export.unmasked",
    "audit.view",
    "trail.view",
    "health.view",
  ];
  fc.assert(
    fc.property(
      fc.array(grant, { maxLength: 3 }),
      fc.array(grant, { minLength: 1, maxLength: 3 }),
      (own, theirs) => {
        const lent = theirs.map((one) => ({
          ...one,
          lent: { accountId: 7, name: "某", until: "2026-12-01" },
        }));
        const both = { ...viewer, grants: [...own, ...lent] };
        for (const verb of VERBS)
          for (const node of [2, 4, 8]) {
            const alone = may({ grants: own }, verb, node);
            const borrowed = may({ grants: theirs }, verb, node) && !kept.includes(verb);
            expect(may(both, verb, node)).toBe(alone || borrowed);
            if (may(both, verb, node))
              expect(lenderFor(both, (as) => may(as, verb, node))?.accountId ?? null).toBe(alone ? null : 7);
          }
      },
    ),
  );
});
