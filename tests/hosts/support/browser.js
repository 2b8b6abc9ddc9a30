// A browser that visits a server of a test.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";
import { headersAt } from "./site.js";
import { TYPES } from "./hosted.js";

/** A page of a new browser; and what ends that. */
export const visitor = async () => {
  const launch = () => chromium.launch({ executablePath: process.env.VITRINE_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  // Headless Chromium has been seen to crash before its first page.
  const browser = await launch().catch(launch);
  return { browser, page: await browser.newPage(), leave: () => browser.close() };
};

/**
 * Serves a site with its headers, at its path or another (`at`). `instead` may answer a request first, `rewrite` changes pages on
 * their way, `change` an answer: its status, headers and body.
 */
export const serveSite = async (site, { instead = () => undefined, rewrite = (html) => html, change = (path, answer) => answer, at = site.base }) => {
  const server = createServer((request, answer) => {
    const path = new URL(request.url, "http://host").pathname;
    const [own, text] = instead(path) ?? [];
    if (own) return answer.writeHead(200, { "content-type": own }).end(text);
    const inside = path.startsWith(at) ? path.slice(at.length) : "404.html";
    const headers = Object.fromEntries(Object.entries(headersAt(site.rules, site.base + inside)).map(([name, [value]]) => [name, value]));
    const isFile = (name) => existsSync(join(site.dist, name)) && statSync(join(site.dist, name)).isFile();
    const file = join(site.dist, [inside, join(inside, "index.html")].find(isFile) ?? "404.html");
    const isThere = path.startsWith(at) && !file.endsWith("/404.html");
    const bytes = readFileSync(file);
    const isPage = file.endsWith(".html");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const sent = change(path, {
      status: isThere ? 200 : 404,
      headers: { "cache-control": "no-cache", ...headers, "content-type": type },
      body: isPage ? rewrite(bytes.toString()) : bytes,
    }, request);
    answer.writeHead(sent.status, sent.headers).end(sent.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}${at}`, stop: () => (server.closeAllConnections(), server.close()) };
};
