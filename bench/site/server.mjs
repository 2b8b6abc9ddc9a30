import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png' };
const PACKED = new Set(['.woff2', '.png']);

/** Every file below a folder as it is sent, by its address: all sites alike, by one server, with brotli at its best. */
async function load(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name)).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const sent = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const type = extname(file);
      const body = PACKED.has(type) ? bytes : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      return ['/' + relative(folder, file), { type, body, encoding: PACKED.has(type) ? undefined : 'br' }];
    }),
  );
  return new Map(sent);
}

/** Serves a folder; answers its address and how to end it. */
export async function serve(folder) {
  const files = await load(folder);
  const server = createServer(({ url }, response) => {
    const path = new URL(url, 'http://bench').pathname;
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return response.writeHead(404).end();
    const cache = file.type === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable';
    response.writeHead(200, { 'content-type': TYPES[file.type] ?? 'application/octet-stream', 'cache-control': cache, ...(file.encoding && { 'content-encoding': file.encoding }) });
    response.end(file.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
