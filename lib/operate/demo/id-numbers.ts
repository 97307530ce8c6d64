// ID numbers of invented people: lawful in form, of an area code that no card carries, and none given out twice.
import { checkDigit } from "#lib/base/id-number.ts";
import { sealIdNo } from "#lib/platform/seal.ts";

/** The code of the prefecture itself; real cards carry a county's. */
const AREA = "540300";

export function idNumbers() {
  const given = new Map<string, number>();
  return (birthOn: string, sex: "M" | "F") => {
    const born = birthOn.replaceAll("-", "");
    const key = born + sex;
    const nth = given.get(key) ?? 0;
    given.set(key, nth + 1);
    const first17 = `${AREA}${born}${String(nth * 2 + (sex === "M" ? 1 : 0)).padStart(3, "0")}`;
    const { idNoSealed, idNoDigest, idTailDigest } = sealIdNo(first17 + checkDigit(first17));
    return {
      id_type: "RESIDENT_ID",
      id_no_sealed: idNoSealed,
      id_no_digest: idNoDigest,
      id_tail_digest: idTailDigest,
    };
  };
}
export type IdNumbers = ReturnType<typeof idNumbers>;
