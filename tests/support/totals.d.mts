// The types of totals.mjs, which stays plain JavaScript because it runs before anything is installed.
export type Totals = { passed: number; failed: number; skipped: number; failures: string[] };
export function ofCheck(name: string, ok: boolean): Totals;
export function ofVitest(file: string, ok: boolean): Totals;
export function ofPlaywright(files: string[], ok: boolean): Totals;
export function sum(all: Totals[]): Totals;
