// A site as a build has left it: its files, and what is to be sent along with each.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** The folders of built sites, which `cargo xtask test hosts` names. */
export const built = (process.env.VITRINE_BUILT ?? "").split(delimiter).filter(Boolean);
if (!built.length) throw new Error("VITRINE_BUILT names no built site; `cargo xtask test hosts` does");

/** What is beside the site's own files on a host: hidden ones, and what has a place of its own in the web (RFC 8615). */
const BESIDE = {
  ".git/config": "[core]",
  ".env": "KEY=1",
  "projects/.draft": "not yet",
  ".well-known/security.txt": "Contact: mailto:ada@example.org",
  _redirects: "/old /new/ 301",
};

/** The site that a build has left in `dist`. */
export const siteIn = (dist) => {
  const read = (name) => readFileSync(join(dist, name));
  const rules = rulesOf(read("_headers").toString());
  const [base] = rules[0].pattern.split("*");
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1));
  const isCopy = (name) => /\.(br|gz)$/.test(name) && all.includes(name.replace(/\.(br|gz)$/, ""));
  const isOfFrame = (name) => /^(fonts\/)?[^/]*-[0-9a-f]{16}(_bg)?\.\w+$/.test(name);
  const isLeft = (name) => isOfFrame(name) && !rules.some(({ pattern }) => pattern === base + name);
  return {
    base,
    dist,
    rules,
    read,
    /** The names of files to visit: neither compressed copies, nor what hosts read, nor what an earlier build has left. */
    files: all.filter((name) => !isCopy(name) && name !== "_headers" && !isLeft(name)),
    copies: all.filter(isCopy),
    pages: all.filter((name) => name.endsWith("index.html")),
    /** The address of a file; that of a page is its folder's. */
    address: (name) => base + encodeURI(name.replace(/(^|\/)index\.html$/, "$1")),
    /** The headers that the site asks for at an address, each with all values that it is given. */
    headers: (path) => headersAt(rules, path),
  };
};

/** The rules of a `_headers` file. */
export const rulesOf = (text) => {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.trim().startsWith("#"))) {
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    rules.at(-1).headers.push([name.toLowerCase(), value]);
  }
  return rules;
};

/** The headers that rules give an address, each with all of its values. */
export const headersAt = (rules, path) => {
  const found = {};
  for (const { pattern, headers } of rules) {
    const [start, end] = pattern.split("*");
    if (end === undefined ? pattern === path : path.startsWith(start) && path.endsWith(end)) {
      for (const [name, value] of headers) (found[name] ??= []).push(value);
    }
  }
  return found;
};

/** A folder as a host has it, with the site at its path and hidden files beside; and what removes it. */
export const published = (site) => {
  const root = mkdtempSync(join(tmpdir(), "vitrine-host-"));
  const folder = join(root, site.base);
  cpSync(site.dist, folder, { recursive: true, preserveTimestamps: true });
  for (const [name, text] of Object.entries(BESIDE)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
};
