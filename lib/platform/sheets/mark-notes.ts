// Notes at marked cells, as Office and WPS keep them: the words in one part, the yellow slips in another.
import { escapeXml, type Marks } from "./mark-sheet.ts";

export const NOTES_AUTHOR = "系统提示";

export function* notesXml(marks: Marks, letters: (index: number) => string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${NOTES_AUTHOR}</author></authors><commentList>`;
  for (const [rowNo, index, note] of all(marks))
    yield `<comment ref="${letters(index)}${rowNo}" authorId="0"><text><t xml:space="preserve">${escapeXml(note)}</t></text></comment>`;
  yield "</commentList></comments>";
}

export function* shapesXml(marks: Marks): Generator<string> {
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  let id = 1024;
  for (const [rowNo, index] of all(marks)) {
    id++;
    yield `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${index + 1}, 15, ${rowNo - 1}, 4, ${index + 4}, 15, ${rowNo + 2}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${rowNo - 1}</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`;
  }
  yield "</xml>";
}

/** Office grows slow with tens of thousands of slips; tint and column still say it for every row. */
const MOST_NOTES = 5_000;

function* all(marks: Marks): Generator<[number, number, string]> {
  let count = 0;
  for (const [rowNo, cells] of marks.cells)
    for (const [index, note] of cells) {
      if (++count > MOST_NOTES) return;
      yield [rowNo, index, note];
    }
}
