import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { placed } from './graph.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

const page = (engine) => `<!doctype html><meta charset="utf-8"><title>${engine}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/peer/${engine}.css">
<style>html, body, #root { margin: 0; block-size: 100%; overflow: hidden }</style>
<div id="root"></div><script type="module" src="/peer/${engine}.js"></script>`;

/** Serves the site in `dist`, pages of the others' bundles in `peers`, and graphs; answers its address and how to end it. */
export async function serve(dist, peers) {
  const graphs = new Map();
  const answer = async (path) => {
    const [, folder, name] = path.split('/');
    if (folder === 'graph') {
      const count = parseInt(name, 10);
      if (!graphs.has(count)) graphs.set(count, JSON.stringify(placed(count)));
      return ['.json', graphs.get(count)];
    }
    if (folder === 'page') return ['.html', page(name)];
    if (folder === 'peer') return [extname(name), await readFile(join(peers, name)).catch(() => '')];
    const file = join(dist, normalize(path));
    const found = extname(path) && (await readFile(file).catch(() => undefined));
    return found ? [extname(path), found] : ['.html', await readFile(join(file, 'index.html'))];
  };
  const server = createServer(async ({ url }, response) => {
    const [type, body] = await answer(new URL(url, 'http://bench').pathname);
    response.writeHead(200, { 'content-type': TYPES[type] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
