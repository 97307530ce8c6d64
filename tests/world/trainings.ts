// The trainings of the named world, with who was there; counted by hand in tests/lib/domains/trainings.
import { insert, type Owner } from "../build/owner.ts";
import { type PersonName, world } from "./world.ts";

type Place = keyof typeof world.divisions;
type Held = {
  id: string;
  at: Place;
  title: string;
  mode: "COURSE" | "STUDY_TOUR" | "ON_SITE";
  audience: "CADRES" | "MEMBERS" | "VILLAGERS";
  topic: string;
  level: string;
  days: readonly [from: string, to: string];
  hours: number;
  costFen?: number;
  known: readonly PersonName[];
  outsiders?: readonly string[];
  unknown?: readonly string[];
  withdrawnFor?: string;
};

const uuid = (nth: number) => `01940000-0000-7000-8000-0090${String(nth).padStart(8, "0")}`;

/**
 * 2026, of 察雅县 (12 cadres in it and below): the course trained four of them, the tour two of the same and
 * nobody new, the withdrawn one nobody. 2025: one. 左贡县's own course is out of 察雅县's sight.
 */
export const TRAININGS = {
  course: {
    id: uuid(1),
    at: "chaya",
    title: "精准扶贫业务专题培训班",
    mode: "COURSE",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    level: "COUNTY",
    days: ["2026-03-10", "2026-03-12"],
    hours: 24,
    costFen: 1_860_000,
    known: ["povertyOfficer", "townshipCadre", "firstSecretary", "villageCadre"],
    outsiders: ["孙教授"],
    unknown: ["次仁多杰"],
  },
  tour: {
    id: uuid(2),
    at: "chaya",
    title: "赴林芝考察学习乡村产业",
    mode: "STUDY_TOUR",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    level: "COUNTY",
    days: ["2026-06-15", "2026-06-19"],
    hours: 40,
    known: ["firstSecretary", "villageCadre"],
  },
  village: {
    id: uuid(3),
    at: "xuetong",
    title: "牦牛育肥实用技术培训",
    mode: "ON_SITE",
    audience: "VILLAGERS",
    topic: "PRACTICAL",
    level: "VILLAGE",
    days: ["2026-09-05", "2026-09-05"],
    hours: 6.5,
    known: ["villageCadre"],
  },
  lastYear: {
    id: uuid(4),
    at: "chaya",
    title: "村干部党建业务轮训",
    mode: "COURSE",
    audience: "CADRES",
    topic: "PARTY_WORK",
    level: "COUNTY",
    days: ["2025-11-20", "2025-11-21"],
    hours: 16,
    known: ["villageCadre"],
  },
  withdrawn: {
    id: uuid(5),
    at: "chaya",
    title: "重复登记的培训班",
    mode: "COURSE",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    level: "COUNTY",
    days: ["2026-03-10", "2026-03-12"],
    hours: 24,
    known: ["pairedHelper"],
    withdrawnFor: "登记重复",
  },
  elsewhere: {
    id: uuid(6),
    at: "zuogong",
    title: "左贡县扶贫干部培训班",
    mode: "COURSE",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    level: "COUNTY",
    days: ["2026-04-08", "2026-04-09"],
    hours: 16,
    known: ["otherHelper", "lastHelper"],
  },
} as const satisfies Record<string, Held>;

export async function seedTrainings(owner: Owner) {
  for (const held of Object.values<Held>(TRAININGS)) {
    const host = world.divisions[held.at].id;
    await insert(owner, "training", {
      id: held.id,
      division_id: host,
      title: held.title,
      mode: held.mode,
      audience: held.audience,
      topic: held.topic,
      level: held.level,
      from_on: held.days[0],
      to_on: held.days[1],
      hours: held.hours,
      cost_fen: held.costFen,
      status: held.withdrawnFor ? "WITHDRAWN" : "HELD",
      withdrawn_for: held.withdrawnFor,
      recorded_by: world.accounts.countyAdmin.id,
    });
    const there = (more: Record<string, unknown>) =>
      insert(owner, "training_attendee", { training_id: held.id, host_id: host, division_id: host, ...more });
    for (const name of held.known) {
      const person = world.people[name];
      await there({
        person_id: person.id,
        division_id: person.divisionId,
        name: person.name,
        standing: "KNOWN",
      });
    }
    for (const name of held.outsiders ?? []) await there({ name, standing: "OUTSIDER" });
    for (const name of held.unknown ?? []) await there({ name, standing: "UNKNOWN" });
  }
}
