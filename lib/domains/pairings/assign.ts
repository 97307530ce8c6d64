/**
 * Who is to help whom: gives each household one helper, none more than he has room for, never a kinsman, and as near as can be.
 * Places are a tree. Going up from the villages, whoever is left over on both sides is matched where they first meet, the nearest
 * helpers first and of those the least burdened: that makes the sum of the ways up, from a household to where the two meet, the shortest. Kinship breaks the order in
 * a few places, so whoever is left without a helper at last is led along a chain: a helper takes him over and hands one of his own on.
 */

/** `path`: the node itself, then those above it, up to the root. */
export type ToCover = { id: string; path: readonly number[]; kin: ReadonlySet<string> };
export type Hand = { id: string; path: readonly number[]; room: number; load: number };
/** Every helper with room is a kinsman, or whoever is none has no room left. */
export type WhyNot = "noRoom" | "onlyKin";
export type Assignment = {
  given: Map<string, string>;
  left: Map<string, WhyNot>;
  /** Kept proposals that had to move so that somebody else has a helper at all. */
  moved: number;
};

/** `kept`: proposals that stay where they can; whoever chose one by hand names it in `fixed`, and it never moves. */
export function assign(
  households: readonly ToCover[],
  hands: readonly Hand[],
  kept: ReadonlyMap<string, string> = new Map(),
  fixed: ReadonlySet<string> = new Set(),
): Assignment {
  const room = new Map(hands.map((hand) => [hand.id, hand.room]));
  const taken = new Map<string, number>();
  const given = new Map<string, string>();
  const give = (household: string, helper: string) => {
    given.set(household, helper);
    room.set(helper, (room.get(helper) ?? 0) - 1);
    taken.set(helper, (taken.get(helper) ?? 0) + 1);
  };
  // By hand first: what a person chose is not crowded out by what the plan proposed.
  const rank = (household: ToCover) => (fixed.has(household.id) ? 0 : 1);
  for (const household of [...households].sort((a, b) => rank(a) - rank(b))) {
    const helper = kept.get(household.id);
    if (helper && (room.get(helper) ?? 0) > 0 && !household.kin.has(helper)) give(household.id, helper);
  }
  matchUpwards(
    households.filter((household) => !given.has(household.id)),
    hands,
    { room, taken, give },
  );
  const moved = new Set<string>();
  const left = new Map<string, WhyNot>();
  let places = 0;
  for (const one of room.values()) places += Math.max(0, one);
  const chainFor = chainsOver(households, hands, given, room, fixed);
  for (const household of households.filter((one) => !given.has(one.id))) {
    const chain = places > 0 ? chainFor(household) : null;
    if (!chain) {
      const able = hands.filter((hand) => hand.room > 0);
      const onlyKin = able.length > 0 && able.every((hand) => household.kin.has(hand.id));
      left.set(household.id, onlyKin ? "onlyKin" : "noRoom");
      continue;
    }
    places--;
    for (const { household: one, helper } of chain) {
      const before = given.get(one);
      if (before !== undefined && before === kept.get(one)) moved.add(one);
      given.set(one, helper);
    }
    const last = chain[0]!.helper;
    room.set(last, (room.get(last) ?? 0) - 1);
  }
  return { given, left, moved: moved.size };
}

type Free = {
  room: Map<string, number>;
  taken: Map<string, number>;
  give: (household: string, helper: string) => void;
};
type Node = { id: number; parent: number | null; depth: number; households: ToCover[]; hands: Hand[] };

function matchUpwards(households: readonly ToCover[], hands: readonly Hand[], free: Free): void {
  const nodes = new Map<number, Node>();
  const nodeOf = (path: readonly number[]): Node => {
    path.forEach((id, at) => {
      if (!nodes.has(id))
        nodes.set(id, {
          id,
          parent: path[at + 1] ?? null,
          depth: path.length - at,
          households: [],
          hands: [],
        });
    });
    return nodes.get(path[0]!)!;
  };
  for (const household of households) nodeOf(household.path).households.push(household);
  for (const hand of hands) if ((free.room.get(hand.id) ?? 0) > 0) nodeOf(hand.path).hands.push(hand);
  for (const node of [...nodes.values()].sort((a, b) => b.depth - a.depth)) {
    const rest = matchAt(node, free);
    const above = node.parent === null ? undefined : nodes.get(node.parent);
    above?.households.push(...rest.households);
    above?.hands.push(...rest.hands);
  }
}

const hardestFirst = (a: ToCover, b: ToCover) => b.kin.size - a.kin.size || a.path.length - b.path.length;

/** Whoever has kinsmen chooses first; of the helpers the nearest, then the least burdened. */
function matchAt(node: Node, { room, taken, give }: Free): { households: ToCover[]; hands: Hand[] } {
  if (node.households.length === 0 || node.hands.length === 0) return node;
  const before = (a: Hand, b: Hand) =>
    a.path.length - b.path.length ||
    a.load + (taken.get(a.id) ?? 0) - (b.load + (taken.get(b.id) ?? 0)) ||
    (a.id < b.id ? -1 : 1);
  const heap = heapOf(node.hands, before);
  const rest: ToCover[] = [];
  for (const household of [...node.households].sort(hardestFirst)) {
    const aside: Hand[] = [];
    let hand = heap.pop();
    while (hand && household.kin.has(hand.id)) {
      aside.push(hand);
      hand = heap.pop();
    }
    if (hand) {
      give(household.id, hand.id);
      if ((room.get(hand.id) ?? 0) > 0) heap.push(hand);
    } else rest.push(household);
    for (const one of aside) heap.push(one);
  }
  return { households: rest, hands: heap.all() };
}

type Step = { household: string; helper: string };

/**
 * A chain by which one more household gets a helper: the first step gives the last of them a helper with room. Found breadth first, so
 * that as few as possible change; null when there is none, and then no other assignment would cover more either.
 */
function chainsOver(
  households: readonly ToCover[],
  hands: readonly Hand[],
  given: ReadonlyMap<string, string>,
  room: ReadonlyMap<string, number>,
  fixed: ReadonlySet<string>,
) {
  const byId = new Map(households.map((household) => [household.id, household]));
  return (start: ToCover): Step[] | null => {
    const held = new Map<string, string[]>();
    for (const [household, helper] of given)
      if (!fixed.has(household)) held.set(helper, [...(held.get(helper) ?? []), household]);
    const from = new Map<string, string>();
    const queue = [start];
    for (let household = queue.shift(); household; household = queue.shift())
      for (const { id: helper } of hands) {
        if (from.has(helper) || household.kin.has(helper) || given.get(household.id) === helper) continue;
        from.set(helper, household.id);
        if ((room.get(helper) ?? 0) > 0) return back(helper, from, given, start.id);
        for (const next of held.get(helper) ?? []) queue.push(byId.get(next)!);
      }
    return null;
  };
}

function back(
  helper: string,
  from: Map<string, string>,
  given: ReadonlyMap<string, string>,
  start: string,
): Step[] {
  const chain: Step[] = [];
  for (let to: string | undefined = helper; to !== undefined; ) {
    const household: string = from.get(to)!;
    chain.push({ household, helper: to });
    to = household === start ? undefined : given.get(household);
  }
  return chain;
}

function heapOf<T>(items: readonly T[], before: (a: T, b: T) => number) {
  const heap = [...items].sort(before);
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    all: () => heap,
    push(item: T) {
      heap.push(item);
      for (let at = heap.length - 1; at > 0; ) {
        const up = (at - 1) >> 1;
        if (before(heap[up]!, heap[at]!) <= 0) return;
        swap(up, at);
        at = up;
      }
    },
    pop(): T | undefined {
      const top = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return top;
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < heap.length && before(heap[child]!, heap[least]!) < 0) least = child;
        if (least === at) return top;
        swap(least, at);
        at = least;
      }
    },
  };
}
