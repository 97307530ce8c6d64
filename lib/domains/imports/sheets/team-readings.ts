// How rosters of resident teams name what somebody is there: one cell may say two things, and a deputy is a member.
const ROLE_WORDS = [
  ["LEADER", "队长", /(?<!副)队长|领队/],
  ["FIRST_SECRETARY", "第一书记", /第一书记/],
  ["MEMBER", "队员", /队员|副队长|成员|副领队/],
] as const;

/** "第一书记兼队长" is both; null for words that name none of them. */
export function teamRolesOf(text: string): string[] | null {
  const heard = ROLE_WORDS.filter(([, , words]) => words.test(text)).map(([code]) => code as string);
  return heard.length === 0 ? null : heard;
}
export const teamRoleWord = (code: string) => ROLE_WORDS.find(([known]) => known === code)?.[1] ?? code;
