/** The principal (主要负责人) of a team on a day: a person, or an empty place; a team has one at most, a division's Party comes first. */
import type { PostWords } from "./words.ts";

export type Holder = {
  tenureId: string;
  personId: string;
  name: string;
  unit: string | null;
  fromOn: string;
  toOn: string | null;
  source: string;
  tags: string[];
};
export type TeamPost = {
  id: string;
  kind: string;
  principal: boolean;
  partyOrgId: number | null;
  /** The organization, or the division for its own committee. */
  team: string;
  places: number;
  holders: Holder[];
  /** Since when it has been short, if it is. */
  shortSince: string | null;
};
export type Team = {
  on: string;
  /** Out of reach nothing is told, not even that nobody is there. */
  reached: boolean;
  posts: TeamPost[];
  words: PostWords;
};

export const principalsOf = ({ posts }: Pick<Team, "posts">): TeamPost[] =>
  posts.filter(({ principal }) => principal);
