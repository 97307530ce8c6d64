/** Seals what leaves the phone as a file, so that only the installation it is meant for can open it. */

const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;

export async function sealToServer(publicKey: string, text: string): Promise<Blob> {
  const point = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
  const theirs = await crypto.subtle.importKey("raw", point, CURVE, false, []);
  const mine = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const agreed = await crypto.subtle.deriveBits({ name: CURVE.name, public: theirs }, mine.privateKey, 256);
  const sender = new Uint8Array(await crypto.subtle.exportKey("raw", mine.publicKey));
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: sender, info: new TextEncoder().encode("phone box") },
    await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]),
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  return new Blob([sender, iv, sealed]);
}
