/** One line as the database answers it, before it is put in order and told. */
import type { SearchKind } from "../hit.ts";

export type Row = {
  kind: SearchKind;
  subject_id: string;
  division_id: number;
  title: string;
  detail: string;
  place: string | null;
  quality: number;
  household_id: string | null;
  closed: boolean;
};
