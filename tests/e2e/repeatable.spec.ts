// What is built twice is the same to the byte. The two sites of these tests are written one after the other and differ only by
// the path they are mounted at; `cargo xtask test e2e` makes their front end twice, too.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { BASE, sites, unusuals } from "./support/machine";

const filesBelow = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile()).sort();

const read = (folder: string, file: string) => {
  const bytes = readFileSync(join(folder, file));
  if (file.endsWith(".br")) return brotliDecompressSync(bytes);
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
};

/** What a page says of the day it was rendered on, in days since 1970. */
const dayOf = (folder: string) => /data-day="?(\d+)/.exec(readFileSync(join(folder, "index.html"), "utf8"))![1];

/** A file whose text names the path that the site is mounted at. */
const namesBase = (file: string) => /\.(html|webmanifest)(\.br|\.gz)?$|^_headers$|^robots\.txt/.test(file);

test("both sites consist of the same files, under the same names", () => {
  // The names of most files carry a hash of what they hold.
  expect(filesBelow(sites.base.dist)).toEqual(filesBelow(sites.root.dist));
});

test("files that don't name the site's path are the same to the byte, compressed or not", () => {
  const files = filesBelow(sites.root.dist).filter((file) => !namesBase(file));
  expect(files.length).toBeGreaterThan(30);
  const other = files.filter((file) => !readFileSync(join(sites.root.dist, file)).equals(readFileSync(join(sites.base.dist, file))));
  expect(other).toEqual([]);
});

test("pages are the same but for the site's path", () => {
  test.skip(dayOf(sites.root.dist) !== dayOf(sites.base.dist), "built on different days, which pages name");
  const files = filesBelow(sites.root.dist).filter(namesBase);
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const [root, base] = [read(sites.root.dist, file), read(sites.base.dist, file)].map(String);
    expect(base!.replaceAll(BASE, "/") === root, `${file} is the same`).toBe(true);
  }
});

test("every compressed copy holds its file", () => {
  const copies = filesBelow(sites.root.dist).filter((file) => /\.(br|gz)$/.test(file));
  expect(copies.length).toBeGreaterThan(20);
  for (const copy of copies) {
    expect(read(sites.root.dist, copy).equals(readFileSync(join(sites.root.dist, copy.replace(/\.(br|gz)$/, "")))), copy).toBe(true);
  }
});

test("a site of one portfolio holds nothing of another, and no icon that it has no use for", () => {
  const { dist } = unusuals.sparse;
  const files = filesBelow(dist);
  expect(files).toContain("index.html");
  expect(files.filter((file) => /^examples\/|schema/.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith(".json")).sort()).toEqual(["portfolio.json", "resume.json", "sbom.cdx.json"]);
  const [icons] = files.filter((file) => /^icons-.*\.svg$/.test(file));
  expect(readFileSync(join(dist, icons!), "utf8")).not.toContain("<symbol");
});
