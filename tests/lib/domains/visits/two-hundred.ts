// Two hundred visits with labels, written before the rules: planted ones, and honest ones that look alike.
import type { Told } from "#lib/domains/visits/told.ts";

/** What a visit was planted for; honest ones have none. */
export type Label = "PHOTO" | "WORDS" | "WAY" | "MANY" | "LEAVE" | null;
export type Labelled = Told & { label: Label; story: string };

type Given = Partial<Told> & { person: string; visitedOn: string };

const all: Labelled[] = [];

/** Villages 111, 112 lie in township 11 of county 1, and so on: the digits are the tree. */
const placeOf = (village: number) => ({
  village,
  township: Math.floor(village / 10),
  county: Math.floor(village / 100),
});

/** Moments of a day in Beijing. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();
const later = (moment: string, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

function add(story: string, label: Label, village: number, given: Given): void {
  const id = `v${all.length + 1}`;
  const receivedAt = given.receivedAt ?? at(given.visitedOn, "19:30");
  all.push({
    ...{
      id,
      household: `home of ${id}`,
      kind: "HOME",
      note: null,
      writtenAt: null,
      photos: [],
      onLeave: false,
    },
    ...placeOf(village),
    ...given,
    ...{ receivedAt, label, story },
  });
}

const photo = (sha256: string, look: string | null = null) => [{ sha256, look }];

// --- Planted -------------------------------------------------------------------------------------------------------------------

// One photo for six homes on three days: its first use says nothing.
["03", "03", "10", "10", "17", "17"].forEach((day, nth) => {
  add("one photo again and again", nth === 0 ? null : "PHOTO", nth % 2 ? 112 : 111, {
    ...{ person: "photo-six", visitedOn: `2026-03-${day}`, photos: photo("a1", "00ff00ff00ff00ff") },
    receivedAt: at(`2026-03-${day}`, `1${nth}:20`),
  });
});
// Saved anew each time: other bytes, the same picture.
["00f0f0f0f00f0f0f", "00f0f0f0f00f0f0e", "00f0f0f0f00f1f0f", "01f0f0f0f00f0f2f"].forEach((look, nth) => {
  add("one picture, saved anew", nth === 0 ? null : "PHOTO", 121, {
    person: "photo-anew",
    visitedOn: `2026-03-0${nth + 2}`,
    photos: photo(`b${nth}`, look),
  });
});
// A colleague's photo, in another county.
add("photo of a colleague", null, 131, { person: "lender", visitedOn: "2026-03-04", photos: photo("c1") });
add("photo of a colleague", "PHOTO", 231, {
  person: "borrower",
  visitedOn: "2026-03-09",
  photos: photo("c1"),
});
// The same home a month later with last month's photo.
for (const month of ["03", "04"])
  add("last month's photo", month === "03" ? null : "PHOTO", 141, {
    ...{ person: "photo-month", household: "one home", visitedOn: `2026-${month}-06`, photos: photo("d1") },
  });
// One photo for five homes of a village on one day: more than live under one roof.
for (let nth = 0; nth < 5; nth += 1)
  add("one photo for a village", nth === 0 ? null : "PHOTO", 151, {
    ...{ person: "photo-village", visitedOn: "2026-03-05", photos: photo("e1") },
    receivedAt: later(at("2026-03-05", "15:00"), nth * 20),
  });
// One sentence in ten homes, only the name is another.
["扎西", "卓玛", "次仁", "格桑", "尼玛", "达瓦", "央金", "白玛", "拉姆", "顿珠"].forEach((name, nth) => {
  add("one sentence, other names", "WORDS", 161, {
    ...{ person: "copyist", visitedOn: `2026-03-${11 + nth}` },
    note: `到${name}家入户走访，了解家庭生产生活情况，宣传惠民政策，群众表示满意。`,
  });
});
// Nearly the same: a word or a full stop is another.
[
  "查看住房安全和饮水情况，询问家庭收入，叮嘱注意防火用电安全",
  "查看住房安全和饮水情况，询问家庭收入，叮嘱注意防火用电安全。",
  "查看了住房安全和饮水情况，询问家庭收入，叮嘱注意防火、用电安全",
  "查看住房安全、饮水情况，询问家庭收入，叮嘱注意用电防火安全",
  "查看住房安全和饮水情况，询问了家庭收入，叮嘱其注意防火用电安全！",
].forEach((note, nth) => {
  add("nearly the same words", "WORDS", 171, {
    person: "paraphrast",
    visitedOn: `2026-03-${20 + nth}`,
    note,
  });
});
// Three counties on one day.
for (const village of [111, 211, 311])
  add("three counties on one day", "WAY", village, { person: "flyer", visitedOn: "2026-03-06" });
// Four villages of two townships, written on the phone within minutes in the morning.
[111, 112, 121, 122].forEach((village, nth) => {
  const writtenAt = later(at("2026-03-07", "08:05"), nth * 4);
  add("four villages within minutes", "WAY", village, {
    ...{ person: "sprinter", visitedOn: "2026-03-07", writtenAt, receivedAt: later(writtenAt, 1) },
  });
});
// Fourteen homes of a village before twenty past nine.
for (let nth = 0; nth < 14; nth += 1)
  add("fourteen homes before work", "MANY", 181, {
    ...{ person: "early", visitedOn: "2026-03-08" },
    receivedAt: later(at("2026-03-08", "08:40"), nth * 3),
  });
// Twenty-three homes on one day.
for (let nth = 0; nth < 23; nth += 1)
  add("a whole village in a day", "MANY", 191, {
    ...{ person: "tireless", visitedOn: "2026-03-12" },
    receivedAt: later(at("2026-03-12", "20:00"), nth * 2),
  });
// At home with a family, and on leave.
for (const day of ["16", "17", "18", "19"])
  add("while on leave", "LEAVE", 221, { person: "away", visitedOn: `2026-03-${day}`, onLeave: true });

// --- Honest --------------------------------------------------------------------------------------------------------------------

const ORDINARY = [
  "牛圈垫了新土，小牛犊长势好，打算秋天卖两头。",
  "大儿子在拉萨工地开铲车，上月寄回三千元。",
  "女主人腿疼，已约下周去县医院复查。",
  null,
  "雨后屋顶有一处渗水，村里答应周末去补。",
  "和户主算了草场补贴，账对得上，没有疑问。",
];
for (const helper of ["one", "two", "three", "four"])
  ORDINARY.forEach((note, nth) => {
    add("an ordinary helper", null, helper === "four" ? 231 : 241, {
      ...{ person: `helper ${helper}`, household: `${helper}'s home ${nth % 2}`, note },
      ...{
        visitedOn: `2026-0${1 + nth}-14`,
        photos: nth === 2 ? photo(`own ${helper}`, `${"0123456789abcdef"}`) : [],
      },
    });
  });
// Two families under one roof, one photo, one sentence.
for (const home of ["elder", "younger"])
  add("two households in one house", null, 251, {
    ...{
      person: "neighbour",
      household: `${home} brother`,
      visitedOn: "2026-03-11",
      photos: photo("roof", "f0f0f0f00f0f0f0f"),
    },
    note: "两兄弟同住一院，一起看了新修的暖棚，商量合买一台割草机。",
  });
// A festival: the same sentence and the same photo of the square in twelve homes.
for (let nth = 0; nth < 12; nth += 1)
  add("festival gifts", null, 261, {
    ...{
      person: "festive",
      visitedOn: "2026-02-10",
      kind: "CONDOLENCE",
      photos: nth % 4 ? [] : photo("square"),
    },
    note: "藏历新年慰问，送去大米、清油和慰问金五百元，祝全家新年吉祥。",
    receivedAt: later(at("2026-02-10", "20:30"), nth * 2),
  });
// Twins on two photos, and the same yard from two sides.
for (const [nth, look] of ["3c3c7e7effff1818", "3c3c1e7ef7f81c99"].entries())
  add("twins", null, 271, {
    person: "of twins",
    visitedOn: `2026-03-1${nth}`,
    photos: photo(`twin ${nth}`, look),
  });
for (const [nth, look] of ["0000ffff0000ffff", "00f0ff0f0f00f0ff"].entries())
  add("the yard from two sides", null, 271, {
    ...{ person: "of yards", visitedOn: `2026-03-2${nth}`, photos: photo(`yard ${nth}`, look) },
  });
// Two who went together wrote it down each, with the same photo.
for (const person of ["companion", "other companion"])
  add("gone together", null, 281, {
    ...{ person, household: "visited by two", visitedOn: "2026-03-13", photos: photo("together") },
  });
// Written up in the evening: eight homes of two villages within half an hour.
for (let nth = 0; nth < 8; nth += 1)
  add("written up in the evening", null, nth < 5 ? 311 : 312, {
    ...{ person: "evening", visitedOn: "2026-03-14" },
    receivedAt: later(at("2026-03-14", "21:05"), nth * 3),
  });
// Short words say little and are nobody's property.
for (let nth = 0; nth < 10; nth += 1)
  add("short words", null, 321, { person: "laconic", visitedOn: `2026-03-${10 + nth}`, note: "一切正常。" });
// Snow: ten calls within an hour, one sentence, five villages.
for (let nth = 0; nth < 10; nth += 1)
  add("calls in the snow", null, 331 + (nth % 5), {
    ...{
      person: "caller",
      visitedOn: "2026-01-20",
      kind: "PHONE",
      note: "大雪封路，电话了解家中情况，人畜平安，草料够用。",
    },
    receivedAt: later(at("2026-01-20", "10:00"), nth * 5),
  });
// Six days in a valley: everything arrives within one second.
for (let nth = 0; nth < 8; nth += 1) {
  const day = `2026-03-0${1 + Math.floor(nth / 2)}`;
  add("delivered at once", null, 341 + (nth % 2), {
    ...{
      person: "valley",
      visitedOn: day,
      writtenAt: at(day, nth % 2 ? "16:40" : "11:10"),
      receivedAt: at("2026-03-07", "09:00"),
    },
  });
}
// A phone whose clock runs a day ahead, and one that was set back: our clock holds.
for (const [nth, written] of [
  "2026-03-16T01:00:00Z",
  "2026-03-14T20:00:00Z",
  "2026-03-13T00:00:00Z",
].entries())
  add("a wrong clock", null, 351 + nth, {
    ...{
      person: "clock",
      visitedOn: "2026-03-15",
      writtenAt: written,
      receivedAt: at("2026-03-15", "18:30"),
    },
  });
// Two townships on a day, and two neighbouring counties on a long one.
for (const village of [361, 371])
  add("two townships", null, village, { person: "of two townships", visitedOn: "2026-03-16" });
for (const village of [181, 281])
  add("two counties on a long day", null, village, {
    ...{ person: "leader", visitedOn: "2026-03-17", kind: "ROUND", receivedAt: at("2026-03-17", "21:00") },
  });
// On leave, but only on the telephone; and the day after.
add("a call from leave", null, 221, {
  person: "away",
  visitedOn: "2026-03-20",
  kind: "PHONE",
  onLeave: true,
});
add("the day after leave", null, 221, { person: "away", visitedOn: "2026-03-23" });
// Written down the next morning at eight: the day before was long enough.
for (let nth = 0; nth < 6; nth += 1)
  add("written the next morning", null, nth < 3 ? 381 : 382, {
    ...{
      person: "next morning",
      visitedOn: "2026-03-18",
      receivedAt: later(at("2026-03-19", "08:02"), nth * 2),
    },
  });
// A long day in one village, home after home.
for (let nth = 0; nth < 13; nth += 1)
  add("home after home", null, 391, {
    ...{
      person: "thorough",
      visitedOn: "2026-03-20",
      receivedAt: later(at("2026-03-20", "09:30"), nth * 40),
    },
  });
// The same opening, each with its own matter.
[
  "入户走访，了解家庭情况：次女考上昌都市第一高级中学，缺住宿费。",
  "入户走访，了解家庭情况：新买两头奶牛，想学做酸奶卖给学校。",
  "入户走访，了解家庭情况：老人白内障手术已报销，视力恢复。",
  "入户走访，了解家庭情况：水管冬天冻裂，取水要走一里路。",
  "入户走访，了解家庭情况：户主参加焊工班结业，等用工通知。",
  "入户走访，了解家庭情况：草场围栏被雪压塌约四十米。",
  "入户走访，了解家庭情况：与邻居地界有争议，约村委调解。",
].forEach((note, nth) => {
  add("the same opening", null, 231, { person: "of openings", visitedOn: `2026-03-${21 + nth}`, note });
});
// Three homes share a sentence about a meeting: three are no habit.
for (let nth = 0; nth < 3; nth += 1)
  add("three with one sentence", null, 141, {
    ...{
      person: "thrifty",
      visitedOn: "2026-03-19",
      note: "通知周五到村委会开会，商量合作社分红和入冬草料的事。",
    },
  });

export const TWO_HUNDRED: readonly Labelled[] = all;
