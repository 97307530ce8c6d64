/** Money as whole fen in bigint: added without drift, written in 元 for records and 万元 for reports. */

const FEN_PER_YUAN = 100n;
const YUAN_PER_WAN = 10_000n;

/** "180,000.00" — what a record shows, to the fen. */
export function inYuan(fen: bigint): string {
  return decimal(fen, FEN_PER_YUAN);
}

/** "18.00" — what a report shows, ten thousands of yuan rounded half up to two decimals. */
export function inWan(fen: bigint): string {
  const negative = fen < 0n;
  const size = negative ? -fen : fen;
  const hundredths = (size * 2n + YUAN_PER_WAN) / (2n * YUAN_PER_WAN);
  return decimal(negative ? -hundredths : hundredths, 100n);
}

/** Reads what a person types: "1,234.5", "１２３４元", "1.2万". Null when it is no amount or has parts of a fen. */
export function readFen(typed: string): bigint | null {
  const text = typed
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[,\s¥￥]/g, "");
  const parts = /^(-?)(\d+)(?:\.(\d+))?(万)?元?$/.exec(text);
  if (!parts) return null;
  const [, sign, whole = "0", fraction = "", wan] = parts;
  const places = wan ? 6 : 2;
  const digits = fraction.replace(/0+$/, "");
  if (digits.length > places) return null;
  const fen = BigInt(whole) * 10n ** BigInt(places) + BigInt(digits.padEnd(places, "0") || "0");
  return sign ? -fen : fen;
}

function decimal(value: bigint, unit: bigint): string {
  const negative = value < 0n;
  const size = negative ? -value : value;
  const whole = (size / unit).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? "-" : ""}${whole}.${(size % unit).toString().padStart(2, "0")}`;
}

/** A sum written in ten thousands (“1.2万”) is read, but worth a second look by whoever wrote it. */
export const saysWan = (text: string) => text.includes("万");
