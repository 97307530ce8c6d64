// What may not be looked for: addresses end up in logs and histories, so an ID number in full never becomes one.

const DIGIT = "[0-9０-９]";
const run = (length: number) => `(?:${DIGIT}[\\s\\-]*){${length - 1}}`;

/** Seventeen digits and more, the last perhaps an X; or the fifteen of an old card. Sixteen are a household's number. */
const LONG = `${run(17)}[0-9０-９XxＸｘ]`;
const OLD = `(?:.*[^0-9０-９\\s\\-])?[\\s\\-]*${run(15)}${DIGIT}(?![\\s\\-]*${DIGIT})`;

/** For the `pattern` of a text field, so that the browser refuses it without any script of ours. */
export const NO_ID_NUMBER = `(?!.*${LONG})(?!${OLD}).*`;

const allowed = new RegExp(`^(?:${NO_ID_NUMBER})$`, "u");
export const holdsIdNumber = (text: string) => !allowed.test(text);
