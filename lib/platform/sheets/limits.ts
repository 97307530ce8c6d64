// How much of a file we are willing to read. Wider than for pictures: a county's roster has 100,000 rows of 47 columns.

export type SheetLimits = {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Parts inside the ZIP. */
  parts: number;
  /** Bytes of all parts when unpacked. */
  inflatedBytes: number;
  /** Unpacked size over packed size, asked of parts above one megabyte. */
  ratio: number;
  rows: number;
  columns: number;
  cells: number;
  seconds: number;
};

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 100 * 1024 * 1024,
  parts: 2_000,
  inflatedBytes: 1_500_000_000,
  ratio: 200,
  rows: 200_000,
  columns: 500,
  cells: 12_000_000,
  seconds: 600,
};
