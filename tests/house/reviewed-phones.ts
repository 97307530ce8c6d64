// Of the functions with their owner's rights (reviewed.ts) those that serve phones and what phones deliver.
import { asks, type Reviewed } from "./reviewed-marks.ts";

export const PHONE_FUNCTIONS: Record<string, Reviewed> = {
  "sec.session_standing(bytea)": asks("app_rw", "tells a phone whether its session ran out or was ended"),
  "sec.session_seen(bytea)": asks("app_rw", "writes that somebody is there, within a read-only request"),
  "sec.phone_told(bytea,text,integer)": asks(
    "app_rw",
    "writes how much waits on a phone of the session's own account",
  ),
  "sec.phones_of(integer)": asks(
    "app_rw",
    "how much waits on the phones of an account, for whoever looks after it",
  ),
  "sec.review_reach()": asks(
    "app_rw",
    "the places whose visits one looks over, by one's own grants; in policies",
  ),
  "sec.takes_in(integer)": asks(
    "app_rw",
    "for whom the asker takes something in within this transaction; in policies, and only for who looks over visits",
  ),
  "sec.writer_then(integer,timestamp with time zone)": asks(
    "app_rw",
    "rights of a writer on the day of writing; answers only whoever takes in for that writer",
  ),
  "sec.my_held()": asks("app_rw", "which sealed copies wait in the asker's places; in policies"),
  "sec.held_closed(uuid)": asks("app_rw", "says only whether the writer of one of those may still sign in"),
  "sec.hold(bytea,integer,uuid,uuid,bytea,timestamp with time zone)": asks(
    "app_rw",
    "without a live session: keeps what a phone sealed, for the account of that session alone",
  ),
};
