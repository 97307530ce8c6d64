/** A number for what is written down here: the same however often it is sent. */
import { newOpId } from "#lib/domains/sync/op.ts";

export const randomId = () => newOpId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
