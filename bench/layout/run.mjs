// The table of `cargo xtask bench layout`, which says where our program is in VITRINE_BENCH_WASM.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { ENGINES, PEERS } from './engine/index.mjs';
import { architecture } from './graph.mjs';
import { picture } from './picture.mjs';
import { score } from './score/score.mjs';
import { native } from './engine/native.mjs';
import { sized } from './size.mjs';
import { systems } from './systems.mjs';
import { HEADING, row, summary } from './table.mjs';
import { isOurs, readAtScale, readByUs } from './words.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '12,100,1000,10000' },
    engines: { type: 'string', default: ['ours', ...PEERS].join() },
    labelled: { type: 'string', default: '0.3' },
    limit: { type: 'string', default: '60' },
    bundled: { type: 'string', default: 'true' },
    systems: { type: 'string', default: fileURLToPath(new URL('systems', import.meta.url)) },
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    json: { type: 'string' },
  },
});

const work = await mkdtemp(join(tmpdir(), 'vitrine-bench-'));
try {
  await run();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function run() {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}\n`);
  HEADING.forEach((line) => console.log(line));
  const runs = [];
  const program = measure();
  for (const { name, graph } of await graphs(program)) {
    let ours;
    for (const engine of options.engines.split(',')) {
      const run = await measured(name, graph, engine);
      if (run.score) Object.assign(run.score, isOurs(engine) ? readByUs(program, graph) : readAtScale(graph, run.score));
      if (isOurs(engine)) ours ??= run;
      runs.push({ graph: name, engine, ...run });
      console.log(row(name, ENGINES[engine], run, ours?.score && ours));
    }
  }
  console.log('');
  summary(runs, options.engines.split(',')).forEach((line) => console.log(line));
  if (options.json) await writeFile(options.json, JSON.stringify(runs, null, 1));
}

async function graphs(ours) {
  const made = options.sizes.split(',').filter(Boolean).flatMap((size) =>
    [false, true].map((grouped) => {
      const graph = architecture(Number(size), grouped, Number(options.labelled));
      const name = `${Number(size).toLocaleString('en')} nodes, ${grouped ? 'grouped' : 'flat'}`;
      return { name, graph: sized(graph, JSON.parse(ours.sizes(JSON.stringify(graph)))) };
    }),
  );
  const brought = options.bundled === 'true' ? await bundled(ROOT, ours) : [];
  const known = options.systems ? await systems(options.systems, ours) : [];
  return [...made, ...brought, ...known].filter(({ name }) => name.includes(options.only));
}

/** What measures words: the program for Node, or the native one where that is all there is. */
function measure() {
  if (process.env.VITRINE_BENCH_WASM) return createRequire(import.meta.url)(process.env.VITRINE_BENCH_WASM);
  return {
    sizes: (text) => native(['sizes'], text),
    portfolio_sizes: (text) => native(['portfolio-sizes'], text),
    words: (text, w, h) => native(['words', String(w), String(h)], text),
  };
}

/** Draws in a new process; small graphs several times, of which the quickest counts. */
async function measured(name, graph, engine) {
  const [from, to] = [join(work, 'graph.json'), join(work, 'drawing.json')];
  await writeFile(from, JSON.stringify(graph));
  let best;
  const times = graph.nodes.length > 200 ? 1 : 3;
  for (let time = 0; time < times; time += 1) {
    await rm(to, { force: true });
    const failure = await drawn(engine, from, to);
    if (failure) return { failure };
    const drawing = JSON.parse(await readFile(to, 'utf8'));
    if (!best || drawing.ms < best.ms) best = drawing;
  }
  if (options.pictures) {
    await mkdir(options.pictures, { recursive: true });
    const file = `${name.replace(/\W+/g, '-')}-${engine}.svg`;
    await writeFile(join(options.pictures, file), picture(graph, best));
  }
  try {
    return { load: best.load, score: { ms: best.ms, cpu: best.cpu, ...score(graph, best) } };
  } catch (error) {
    return { failure: error.message };
  }
}

/** What went wrong, if something did. */
function drawn(engine, from, to) {
  const script = fileURLToPath(new URL('draw.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, engine, from, to], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, Number(options.limit) * 1000);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) resolve(`did not end in ${options.limit} s`);
      else if (code === 0) resolve(null);
      else resolve(`failed: ${reason(said)}`);
    });
  });
}

function reason(said) {
  const line = said.split('\n').find((line) => /Error|abort|memory/i.test(line)) ?? said.split('\n')[0];
  return line.trim().replaceAll('|', '/').slice(0, 80);
}
