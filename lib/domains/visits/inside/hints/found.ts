/** What a rule found about a visit. */
import type { HintKind } from "../../hint.ts";
import type { Told } from "../../told.ts";

export type Found = {
  visit: string;
  kind: HintKind;
  /** The other visit that it resembles, or one of them. */
  like: string | null;
};

const OCCASIONS = ["CONDOLENCE", "CAMPAIGN"];
/** A feast or a campaign brings the same to every door. */
export const isOccasion = ({ kind }: Pick<Told, "kind">) => OCCASIONS.includes(kind);
