// Hosts that publish a folder, as they document it: which files they read, what they send along, what they do with addresses.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { headersAt, rulesOf } from "./site.js";

/** What files are sent as. */
export const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
};

/** What differs between them. */
export const HOSTS = {
  // Source: docs.github.com, Pages, on custom 404 pages and on MIME types. It sends no headers of an author's.
  "GitHub Pages": { moved: 301 },
  // Source: docs.gitlab.com, Pages, on compressed assets, on redirects and on error pages.
  "GitLab Pages": { moved: 302, copies: true, redirects: true },
  // Source: developers.cloudflare.com, Pages, on headers (100 rules of lines up to 2,000 letters), redirects, and serving.
  "Cloudflare Pages": { moved: 308, headers: true, redirects: true, dropsIndex: true, rules: 100, letters: 2000 },
  // Source: docs.netlify.com, on custom headers, redirects, and error pages.
  Netlify: { moved: 301, headers: true, redirects: true },
};

const isFile = (path) => existsSync(path) && statSync(path).isFile();
const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();

/** Serves what is in `root` as a host would; resolves to its port and what ends it. `error` is the page for what isn't there. */
export const host = (kind, root, error) => {
  const read = (name) => (isFile(join(root, name)) ? readFileSync(join(root, name), "utf8") : "");
  const rules = kind.headers ? rulesOf(read("_headers")) : [];
  const redirects = kind.redirects ? redirectsOf(read("_redirects")) : [];
  const server = createServer((request, answer) => {
    const path = decodeURI(new URL(request.url, "http://host").pathname);
    // Two rules that name a header: hosts send both values, joined.
    const joined = Object.entries(headersAt(rules, path)).map(([name, values]) => [name, values.join(", ")]);
    const headers = Object.fromEntries(joined);
    const move = (status, location) => answer.writeHead(status, { location }).end();
    const redirect = redirects.map((found) => found(path)).find(Boolean);
    if (redirect) return move(...redirect);
    if (kind.dropsIndex && path.endsWith("/index.html")) return move(kind.moved, path.slice(0, -"index.html".length));
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const isOwn = /\/_(headers|redirects)$/.test(path) && (kind.headers || kind.redirects);
    if (isFile(join(root, name)) && !isOwn) return send(answer, 200, root, name, headers, kind, request);
    if (isFolder(join(root, name))) return move(kind.moved, `${path}/`);
    send(answer, 404, root, error, headers, kind, request);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve({ port: server.address().port, stop: () => new Promise((done) => server.close(done)) });
    });
  });
};

const send = (answer, status, root, name, headers, { copies }, request) => {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  const encoding = copies && /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && isFile(join(root, `${name}.br`)) ? "br" : "";
  const body = readFileSync(join(root, encoding ? `${name}.br` : name));
  answer.writeHead(status, { ...headers, "content-type": type, ...(encoding && { "content-encoding": encoding, vary: "Accept-Encoding" }) });
  answer.end(body);
};

/** The rules of a `_redirects` file: from, to, and a status; `*` stands for anything, which `:splat` repeats. */
const redirectsOf = (text) => {
  const lines = text.split("\n").filter((line) => line.trim() && !line.trim().startsWith("#"));
  return lines.map((line) => {
    const [from, to, status] = line.trim().split(/\s+/);
    const [start, end] = from.split("*");
    return (path) => {
      const isMeant = end === undefined ? path === from : path.startsWith(start);
      return isMeant && [Number(status ?? 301), to.replace(":splat", () => path.slice(start.length))];
    };
  });
};
