// The list inside a bundle: the digest of every file and the aim of every link, so that install.sh can refuse one that was changed.
import { createHash } from "node:crypto";
import { createReadStream, lstatSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** What sha256sum reads, and what find prints of links. */
export const SUMS = "SHA256SUMS";
export const LINKS = "LINKS";

export async function writeContents(folder: string): Promise<{ files: number; bytes: number }> {
  const links: string[] = [];
  const files: string[] = [];
  // Step by step: a recursive listing would walk through links to folders.
  const walk = (under: string) => {
    for (const entry of readdirSync(path.join(folder, under), { withFileTypes: true })) {
      const name = path.join(under, entry.name);
      if (entry.isSymbolicLink()) links.push(`${name} -> ${readlinkSync(path.join(folder, name))}\n`);
      else if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && name !== SUMS && name !== LINKS) files.push(name);
    }
  };
  walk("");
  writeFileSync(path.join(folder, LINKS), links.sort(byBytes).join(""));
  files.push(LINKS);
  const lines: string[] = [];
  let bytes = 0;
  for (const name of files.sort(byBytes)) {
    bytes += lstatSync(path.join(folder, name)).size;
    lines.push(`${await digestOf(path.join(folder, name))}  ${name}\n`);
  }
  writeFileSync(path.join(folder, SUMS), lines.join(""));
  return { files: files.length, bytes };
}

/** As LC_ALL=C sort has it. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

export async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
