// A noisy console is a failing test: what the code prints as an error or a warning is a defect nobody has looked at.
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  for (const level of ["error", "warn"] as const) vi.spyOn(console, level);
});

afterEach(() => {
  for (const level of ["error", "warn"] as const) {
    const spy = vi.mocked(console[level]);
    if (!vi.isMockFunction(spy)) continue;
    const said = spy.mock.calls.map((words) => words.join(" "));
    spy.mockRestore();
    expect(said, `console.${level} was called; a test that expects it replaces the spy itself`).toEqual([]);
  }
});
