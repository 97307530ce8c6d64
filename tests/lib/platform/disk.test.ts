// A disk that is nearly full: nothing new is saved, and the person hears why; looking goes on.
import { afterEach, expect, test } from "vitest";
import { isFull, readDiskWith, refuseWhenFull } from "#lib/platform/disk.ts";

afterEach(() => readDiskWith(null));

test("below five per cent deeds are refused with a sentence, looks and one's own settings are not", async () => {
  readDiskWith(async () => ({ free: 4, total: 100 }));
  await expect(refuseWhenFull("visits.record")).rejects.toMatchObject({ words: { key: "diskFull" } });
  for (const door of ["households.revealIdNo", "audit.export", "me.changePassword"])
    await expect(refuseWhenFull(door), door).resolves.toBeUndefined();
});

test("room enough, or a disk that cannot be asked, refuses nobody", async () => {
  readDiskWith(async () => ({ free: 6, total: 100 }));
  await expect(refuseWhenFull("visits.record")).resolves.toBeUndefined();
  readDiskWith(async () => null);
  await expect(refuseWhenFull("visits.record")).resolves.toBeUndefined();
  expect(isFull({ free: 0, total: 0 })).toBe(false);
});
