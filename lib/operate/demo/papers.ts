// The approvals of the demo's two past changes of the tree: one page each, stored like any paper.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { keepBytes } from "#lib/platform/files/store.ts";

/** Reaches both places: the named administrator of their county. */
const CLERK = "嘎松曲珍";

type Change = { id: string; number: string; day: string; place: number; name: string; kind: string };

export async function addPapers(client: pg.ClientBase) {
  const { rows: changes } = await client.query<Change>(`
    select e.id, e.document_no as number, e.effective_on::text as day, d.id as place, d.name, e.kind
    from tree_event e join division d on d.id = e.node_id where e.tree = 'DIVISION' and e.document_no is not null`);
  const { rows: clerks } = await client.query<{ id: number }>(
    "select id from account where name = $1 limit 1",
    [CLERK],
  );
  for (const change of changes) {
    const title = `关于${change.name}${change.kind === "MOVE" ? "隶属调整" : "更名"}的批复`;
    const bytes = page([title, change.number, "（演示文件，内容为虚构）", change.day]);
    const sha256 = await keepBytes(bytes);
    const paper = randomUUID();
    await client.query(
      `with f as (insert into stored_file (kind, owner, owner_id, division_id, sha256, media_type, size, name, uploaded_by, created_at)
          values ('PAPER', 'paper', $1::uuid::text, $2, decode($3, 'hex'), 'application/pdf', $4, $5, $6, $7::date + time '10:20') returning id)
        insert into paper (id, subject_kind, subject_id, division_id, file_id, title, document_no, dated_on, uploaded_by, uploaded_by_name, created_at)
          select $1::uuid, 'treeChange', $8, $2, f.id, $9, $10, $7::date - 20, $6, $11, $7::date + time '10:20' from f`,
      [
        ...[paper, change.place, sha256, bytes.length, `${title}.pdf`, clerks[0]?.id ?? 0, change.day],
        ...[change.id, title, change.number, CLERK],
      ],
    );
  }
}

/** A page of lines in one of the Chinese fonts that every reader of PDF brings along. */
function page(lines: string[]): Buffer {
  const shown = lines.map((line, at) => `1 0 0 1 80 ${720 - at * 48} Tm <${utf16(line)}> Tj`);
  const content = `BT /F 18 Tf ${shown.join(" ")} ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
  ];
  let file = "%PDF-1.5\n";
  const starts = objects.map((object, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join("")}`;
  return Buffer.from(
    `${file}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
    "latin1",
  );
}

const utf16 = (text: string) =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("");
