// Where a row belongs and whom it names, as the forms of teams and visits head these columns.
import type { Column } from "../sheet.ts";

export const countyColumn: Column = {
  key: "county",
  label: { "zh-CN": "县", en: "County" },
  aliases: ["县（区）", "县区", "所在县"],
  kind: "division",
};

/** The forms of teams call it 乡, others 乡镇. */
export const townshipColumn = (label: "乡" | "乡镇"): Column => ({
  key: "township",
  label: { "zh-CN": label, en: "Township" },
  aliases: ["乡镇", "乡", "乡（镇）", "镇", "所在乡镇"].filter((alias) => alias !== label),
  kind: "division",
  sample: "吉塘镇",
});

export const villageColumn = (more: Pick<Column, "required" | "note"> & { aliases: string[] }): Column => ({
  ...more,
  key: "village",
  label: { "zh-CN": "村", en: "Village" },
  aliases: ["行政村", "村（居）", "村居", "村名", ...more.aliases],
  kind: "division",
  sample: "吉塘村",
});

/** A member of a resident team, who lives in the village of the row. */
export const TEAM_PLACE: Column[] = [
  countyColumn,
  townshipColumn("乡"),
  villageColumn({ required: true, aliases: ["驻点村", "驻村", "所驻村"] }),
];
export const teamMemberName: Column = {
  key: "name",
  label: { "zh-CN": "姓名", en: "Name" },
  aliases: ["队员姓名", "驻村干部"],
  kind: "name",
  required: true,
  sample: "白玛",
};
export const sendingUnit = (more: Pick<Column, "required" | "note" | "sample">): Column => ({
  ...more,
  key: "unit",
  label: { "zh-CN": "派出单位", en: "Sent by" },
  aliases: ["选派单位", "单位", "原单位", "工作单位", "派驻单位"],
  kind: "text",
  most: 60,
});
