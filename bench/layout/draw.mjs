// One engine draws one graph, in a process of its own so that nothing is warm: `draw.mjs ENGINE GRAPH-FILE DRAWING-FILE`.
// `ms` is what a user waits, `cpu` what all threads work: compilers and collectors too, but no other program on a busy
// machine. Loading the library counts for neither.
import { readFile, writeFile } from 'node:fs/promises';

const [engine, from, to] = process.argv.slice(2);
const { load } = await import(`./engine/${engine}.mjs`);
const graph = JSON.parse(await readFile(from, 'utf8'));

const start = performance.now();
const draw = await load();
const loaded = performance.now();
const before = process.cpuUsage();
const drawing = await draw(graph);
const cpu = process.cpuUsage(before);
const done = performance.now();

await writeFile(to, JSON.stringify({ ...drawing, load: loaded - start, ms: done - loaded, cpu: (cpu.user + cpu.system) / 1000 }));
process.exit(0);
