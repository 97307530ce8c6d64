/** How ID numbers and phones look to people who may know whose they are but need not know them whole. */

/** First six and last four: 542121********1234. */
export function maskIdNumber(id: string): string {
  return id.length < 11
    ? "*".repeat(id.length)
    : `${id.slice(0, 6)}${"*".repeat(id.length - 10)}${id.slice(-4)}`;
}

/** 138****5678; a shorter number keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`;
  return `${"*".repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`;
}

/** How a name hangs on a public list: 洛松江村 → 洛松**, 张伟 → 张*; a longer Tibetan name keeps two characters, any other one. */
export function maskName(name: string): string {
  const letters = [...name.replace(/[\s·•．.]/gu, "")];
  if (letters.length >= 4) return `${letters.slice(0, 2).join("")}**`;
  return `${letters[0] ?? ""}${"*".repeat(Math.max(1, letters.length - 1))}`;
}
