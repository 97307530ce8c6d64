// A write that is carried out whole and then taken back: the deed's answer is known, the ground stays as it was.
import type { writing } from "#lib/platform/scope.ts";

class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super("taken back");
  }
}

export const undone = (real: typeof writing): typeof writing =>
  async function taken<T>(...[session, work]: Parameters<typeof writing<T>>): Promise<T> {
    try {
      return await real<T>(session, async (inside, changes) => {
        throw new TakenBack(await work(inside, changes));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result as T;
      throw error;
    }
  };
