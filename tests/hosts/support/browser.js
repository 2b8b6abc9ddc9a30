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
  return { page: await browser.newPage(), leave: () => browser.close() };
};

/** Serves a site with its headers. `instead` may answer a request first, `rewrite` changes pages on their way. */
export const serveSite = async (site, { instead = () => undefined, rewrite = (html) => html }) => {
  const server = createServer((request, answer) => {
    const path = new URL(request.url, "http://host").pathname;
    const [type, text] = instead(path) ?? [];
    if (type) return answer.writeHead(200, { "content-type": type }).end(text);
    const headers = Object.fromEntries(Object.entries(headersAt(site.rules, path)).map(([name, [value]]) => [name, value]));
    const file = join(site.dist, path.slice(site.base.length - 1), path.endsWith("/") ? "index.html" : "");
    const isThere = existsSync(file) && statSync(file).isFile();
    const found = isThere ? file : join(site.dist, "404.html");
    const bytes = readFileSync(found);
    const isPage = found.endsWith(".html");
    answer.writeHead(isThere ? 200 : 404, { "cache-control": "no-cache", ...headers, "content-type": TYPES[extname(found)] ?? "application/octet-stream" });
    answer.end(isPage ? rewrite(bytes.toString()) : bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}${site.base}`, stop: () => (server.closeAllConnections(), server.close()) };
};
