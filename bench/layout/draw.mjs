// One engine draws one graph, in a process of its own so that nothing is warm: `draw.mjs ENGINE GRAPH-FILE DRAWING-FILE`.
import { readFile, writeFile } from 'node:fs/promises';

const [engine, from, to] = process.argv.slice(2);
const { load } = await import(`./engine/${engine}.mjs`);
const graph = JSON.parse(await readFile(from, 'utf8'));

const start = performance.now();
const draw = await load();
const loaded = performance.now();
const drawing = await draw(graph);
const done = performance.now();

await writeFile(to, JSON.stringify({ ...drawing, load: loaded - start, ms: done - loaded }));
process.exit(0);
