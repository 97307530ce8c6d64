// Finds a Chromium for the journeys, or brings one: from Debian as root, otherwise from npm with a Chinese font beside it.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";

type Browser = { path: string; env: Record<string, string> };

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const NPM = ["@sparticuz/chromium@143.0.4", "@expo-google-fonts/noto-sans-sc@0.4.3"];
const isRoot = process.getuid?.() === 0;
const say = (line: string) => process.stderr.write(`${line}\n`);

process.stdout.write(`${JSON.stringify(await chromium())}\n`);

async function chromium(): Promise<Browser> {
  const npmOnly = process.env.FORCE_NPM_CHROMIUM === "1";
  const found = npmOnly
    ? undefined
    : [process.env.CHROMIUM_PATH, ...SYSTEM].find((path) => path && existsSync(path));
  if (found) return { path: found, env: {} };
  if (!npmOnly && fromDebian()) return { path: "/usr/bin/chromium", env: {} };
  return fromNpm();
}

function fromDebian(): boolean {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  say("no browser on this machine: installing Chromium and a Chinese font from Debian (about a minute)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) =>
    spawnSync("apt-get", words, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  const install = () => apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  return (install() || (apt("update") && install())) && existsSync("/usr/bin/chromium");
}

async function fromNpm(): Promise<Browser> {
  const home = resolve(".data/browser");
  const parts = join(home, "node_modules");
  mkdirSync(join(home, "fonts"), { recursive: true });
  if (!NPM.every((name) => existsSync(join(parts, name.slice(0, name.lastIndexOf("@")))))) install(home);
  process.env.TMPDIR = home; // the package unpacks the browser into the temp folder; here it stays for the next run
  const load = createRequire(join(home, "package.json"));
  const { default: bundled } = await import(load.resolve("@sparticuz/chromium"));
  const path: string = await bundled.executablePath();
  unpackLibraries(home, join(parts, "@sparticuz/chromium/bin/al2023.tar.br"));
  writeFonts(home, join(parts, "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"));
  const env = {
    LD_LIBRARY_PATH: join(home, "lib"),
    FONTCONFIG_FILE: join(home, "fonts.conf"),
    FONTCONFIG_PATH: home,
  };
  return { path, env };
}

function install(home: string) {
  say("no browser on this machine: fetching Chromium and a Chinese font from npm (160 MB, once)");
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  const words = [
    "install",
    "--prefix",
    home,
    "--no-audit",
    "--no-fund",
    "--no-save",
    "--loglevel=error",
    ...NPM,
  ];
  const { status } = spawnSync("npm", words, { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0)
    throw new Error(
      "Chromium could not be fetched: set CHROMIUM_PATH to a Chromium or Chrome of this machine",
    );
}

function unpackLibraries(home: string, packed: string) {
  if (existsSync(join(home, "lib"))) return;
  const tar = join(home, "libraries.tar");
  writeFileSync(tar, brotliDecompressSync(readFileSync(packed)));
  spawnSync("tar", ["xf", tar, "-C", home]);
}

function writeFonts(home: string, font: string) {
  copyFileSync(font, join(home, "fonts", "sc.ttf"));
  const dirs = `<dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(join(home, "fonts.conf"), `${head}<fontconfig>${dirs}</fontconfig>\n`);
}
