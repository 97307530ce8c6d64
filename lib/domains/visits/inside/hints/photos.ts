/** The same picture for another day or another village; its first use says nothing, nor one photo under one roof or of one feast. */
import type { Told } from "../../told.ts";
import { type Found, isOccasion } from "./found.ts";

/** Bits of 64 by which a picture that was saved anew may differ. */
const NEAR = 4;
/** Families that may live under one roof. */
const ONE_ROOF = 3;

type Use = { visit: Told; photo: Told["photos"][number] };

export function samePhotos(visits: readonly Told[]): Found[] {
  const found: Found[] = [];
  const uses = [...visits]
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.id.localeCompare(b.id))
    .flatMap((visit) => visit.photos.map((photo) => ({ visit, photo })));
  uses.forEach((use, nth) => {
    const before = uses.slice(0, nth).filter((other) => other.visit.id !== use.visit.id && same(use, other));
    const elsewhere = before.find(({ visit }) => !together(visit, use.visit));
    const like = elsewhere ?? (crowded(use, uses) ? before[0] : undefined);
    if (like) found.push({ visit: use.visit.id, kind: "PHOTO", like: like.visit.id });
  });
  return found;
}

/** Bytes are compared with everybody's, pictures with one's own: what looks alike elsewhere may be chance. */
const same = (a: Use, b: Use): boolean =>
  a.photo.sha256 === b.photo.sha256 ||
  (a.visit.person === b.visit.person && alike(a.photo.look, b.photo.look));

const together = (a: Told, b: Told): boolean => a.visitedOn === b.visitedOn && a.village === b.village;

/** One photo for more families of a village than live under one roof, and no feast. */
function crowded(use: Use, uses: readonly Use[]): boolean {
  if (isOccasion(use.visit)) return false;
  const homes = uses.filter((other) => together(other.visit, use.visit) && same(use, other));
  return new Set(homes.map(({ visit }) => visit.household)).size > ONE_ROOF;
}

export function alike(a: string | null, b: string | null): boolean {
  if (!a || !b || plain(a) || plain(b)) return false;
  return bits(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)) <= NEAR;
}

/** A dark or empty picture looks like every other one. */
const plain = (look: string): boolean => {
  const set = bits(BigInt(`0x${look}`));
  return set < 8 || set > 56;
};

function bits(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}
