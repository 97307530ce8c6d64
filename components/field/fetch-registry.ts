/** Fetches what the phone keeps of the registry, telling how much has come. */
import { tell } from "./phone-state.ts";
import { keep } from "./registry.ts";
import { ask, type Stop, stopOf } from "./send.ts";

export async function fetchRegistry(account: number): Promise<Stop | null> {
  try {
    tell({ fetching: 0 });
    const response = await ask("/api/sync/first");
    const reader = response.body?.getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      pieces.push(piece.value);
      bytes += piece.value.length;
      tell({ fetching: bytes });
    }
    const first = JSON.parse(await new Blob(pieces).text());
    // Somebody else has signed in meanwhile, in another window.
    if (first.account === account) await keep(first, bytes);
    return null;
  } catch (error) {
    return stopOf(error) ?? "busy";
  } finally {
    tell({ fetching: null });
  }
}
