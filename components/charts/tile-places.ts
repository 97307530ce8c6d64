/** Where the tile of each county stands in the diagram, by the first six digits of its code; no border is claimed. */

export const tilePlaces: Record<string, string> = {
  "540324": "col-start-2 row-start-1",
  "540323": "col-start-3 row-start-1",
  "540302": "col-start-4 row-start-1",
  "540321": "col-start-5 row-start-1",
  "540330": "col-start-1 row-start-2",
  "540329": "col-start-2 row-start-2",
  "540325": "col-start-4 row-start-2",
  "540322": "col-start-5 row-start-2",
  "540326": "col-start-3 row-start-3",
  "540327": "col-start-4 row-start-3",
  "540328": "col-start-5 row-start-3",
};
