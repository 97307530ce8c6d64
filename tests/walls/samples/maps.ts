// Maps of the boundaries: shown to everybody signed in, uploaded and changed by the prefecture's administrator alone.
import type { Area } from "#lib/domains/maps/read-geojson.ts";
import { anybody, anywhere, hasVerb, type Oracle } from "../oracle.ts";
import type { Sample } from "../sample.ts";

const office: Oracle = (role) => (hasVerb(role, "map.edit") ? "ok" : "refused");

/** Of one map: everybody sees that it is there. */
const ofOne: Oracle = (role, target) => (target.place === null ? "not-found" : office(role, target));

const square = (name: string, west: number): Area => ({
  said: { name },
  polygons: [
    [
      [
        [west, 30],
        [west + 1, 30],
        [west + 1, 31],
        [west, 31],
        [west, 30],
      ],
    ],
  ],
});

export const mapSamples: Record<string, Sample> = {
  "maps.shown": { expects: anybody, input: ({ node }) => ({ unit: node }) },
  "maps.list": { expects: anywhere("map.edit"), input: () => ({}) },
  "maps.keep": {
    expects: office,
    input: () => ({
      ...{ approvalNo: "藏S（2026）002号", fileName: "边界.geojson", fileBytes: 1000 },
      areas: [square("察雅县", 97), square("左贡县", 98)],
    }),
  },
  "maps.show": { expects: ofOne, input: ({ map }) => ({ id: map }) },
  "maps.close": { expects: ofOne, input: ({ map }) => ({ id: map }) },
};
