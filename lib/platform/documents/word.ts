/**
 * Writes a document that Word and WPS open (.docx), laid out as an official document on A4: 22 lines of 28 signs, page number below.
 * Headings are real ones, so that the outline and the contents work; a table repeats its head on each page.
 */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipWriter } from "../sheets/zip-writer.ts";

export type WordBlock =
  | { kind: "title" | "heading" | "item" | "text" | "note" | "signed"; text: string }
  | { kind: "table"; title: string; heads: string[]; rows: string[][] };
export type WordDocument = {
  title: string;
  author: string;
  blocks: readonly WordBlock[];
  /** At the head of every page. */
  mark?: string;
};

export async function wordFile(document: WordDocument): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const zip = new ZipWriter(stream);
  const parts: [string, string][] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", RELATIONS],
    ["docProps/core.xml", coreXml(document)],
    ["word/_rels/document.xml.rels", DOCUMENT_RELATIONS],
    ["word/styles.xml", STYLES],
    ["word/header1.xml", headerXml(document.mark ?? "")],
    ["word/footer1.xml", FOOTER],
    ["word/document.xml", documentXml(document)],
  ];
  const writing = (async () => {
    for (const [path, text] of parts) await zip.part(path, [text]);
    await zip.end();
  })();
  const [bytes] = await Promise.all([whole, writing]);
  return bytes;
}

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Text as XML takes it: signs that XML cannot carry are left out. */
const safe = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const run = (text: string) => `<w:r><w:t xml:space="preserve">${safe(text)}</w:t></w:r>`;
const paragraph = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

const STYLE = {
  title: "Title",
  heading: "Heading1",
  item: "Heading2",
  text: "Body",
  note: "Note",
  signed: "Signed",
} as const;

const documentXml = ({ blocks }: WordDocument): string =>
  `${XML}<w:document ${W}><w:body>${blocks.map(blockXml).join("")}${SECTION}</w:body></w:document>`;

const blockXml = (block: WordBlock): string =>
  block.kind === "table" ? tableXml(block) : paragraph(STYLE[block.kind], block.text);

/** 156 mm between the margins, in twentieths of a point. */
const TEXT_WIDTH = 8845;

function tableXml({ title, heads, rows }: Extract<WordBlock, { kind: "table" }>): string {
  const width = Math.floor(TEXT_WIDTH / heads.length);
  const cell = (text: string, style: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const row = (texts: readonly string[], head: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${texts.map((text) => cell(text, head ? "CellHead" : "Cell")).join("")}</w:tr>`;
  const grid = heads.map(() => `<w:gridCol w:w="${width}"/>`).join("");
  return `${paragraph("TableTitle", title)}<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/>${BORDERS}<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(heads, true)}${rows.map((texts) => row(texts, false)).join("")}</w:tbl>`;
}

const BORDERS = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("")}</w:tblBorders>`;

/** A4 with the margins of GB/T 9704: 37, 26, 35 and 28 mm. */
const SECTION = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`;

const headerXml = (mark: string) => `${XML}<w:hdr ${W}>${paragraph("Note", mark)}</w:hdr>`;
const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const FOOTER = `${XML}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>${run("— ")}${field("PAGE")}${run(" —")}</w:p></w:ftr>`;

const fonts = (eastern: string, western = "Times New Roman") =>
  `<w:rFonts w:ascii="${western}" w:hAnsi="${western}" w:eastAsia="${eastern}" w:cs="${western}"/>`;
const style = (id: string, name: string, inner: string, runs: string, based = "Normal") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === "Normal" ? "" : `<w:basedOn w:val="${based}"/>`}<w:qFormat/><w:pPr>${inner}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
/** 16 pt, 28 pt from line to line. */
const BODY_LINE = `<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>`;
const NARROW_LINE = `<w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="exact"/>`;
const size = (half: number) => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts("FangSong")}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style("Normal", "Normal", BODY_LINE, ""),
  style(
    "Title",
    "Title",
    `<w:spacing w:after="120" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>`,
    `${fonts("FZXiaoBiaoSong-B05S")}${size(44)}`,
  ),
  style(
    "Heading1",
    "heading 1",
    `<w:keepNext/><w:ind w:firstLine="640"/><w:outlineLvl w:val="0"/>`,
    fonts("SimHei"),
  ),
  style(
    "Heading2",
    "heading 2",
    `<w:keepNext/><w:ind w:firstLine="640"/><w:outlineLvl w:val="1"/>`,
    fonts("KaiTi"),
  ),
  style("Body", "Body Text", `<w:ind w:firstLine="640"/><w:jc w:val="both"/>`, ""),
  style("Signed", "Signature", `<w:keepLines/><w:ind w:right="640"/><w:jc w:val="right"/>`, ""),
  style("Note", "Note", `${NARROW_LINE}<w:jc w:val="center"/>`, size(21)),
  style(
    "TableTitle",
    "Table Title",
    `<w:keepNext/><w:spacing w:before="120" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>`,
    `${fonts("SimHei")}${size(28)}`,
  ),
  style("Cell", "Cell", NARROW_LINE, size(21)),
  style("CellHead", "Cell Head", `${NARROW_LINE}<w:jc w:val="center"/>`, `<w:b/>${size(21)}`),
].join("")}</w:styles>`;

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PARTS}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${PARTS}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${PARTS}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${PARTS}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, `${OFFICE}/officeDocument`, "word/document.xml")}${relation(2, `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`;
const DOCUMENT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, `${OFFICE}/styles`, "styles.xml")}${relation(2, `${OFFICE}/header`, "header1.xml")}${relation(3, `${OFFICE}/footer`, "footer1.xml")}</Relationships>`;
const coreXml = ({ title, author }: WordDocument) =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${safe(title)}</dc:title><dc:creator>${safe(author)}</dc:creator></cp:coreProperties>`;
