// The tables of `cargo xtask bench site`, which says where the sites are: ours in VITRINE_DIST, the one written with React
// in VITRINE_BENCH_REACT, and where to put the same text without a program: VITRINE_BENCH_STATIC.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { judge } from './lighthouse.mjs';
import { visit } from './measure.mjs';
import { median } from './median.mjs';
import { serve } from './server.mjs';
import { writeByHand } from './static.mjs';

const { values: options } = parseArgs({ options: { repeat: { type: 'string', default: '5' }, lighthouse: { type: 'boolean', default: false } } });
const SITES = [
  ['ours', process.env.VITRINE_DIST, true],
  ['the same text by hand', process.env.VITRINE_BENCH_STATIC, false],
  ['React', process.env.VITRINE_BENCH_REACT, true],
];
const VISITS = {
  'a phone on a slow network (1.6 Mbit/s, 150 ms, processor 4 × slower)': { throttled: true },
  'a fast machine, first visit': {},
  'a fast machine, second visit': { warm: true },
};
const COLUMNS = [
  ['first paint', 'fcp', ms],
  ['largest paint', 'lcp', ms],
  ['interactive', 'interactive', ms],
  ['blocked', 'tbt', ms],
  ['main thread', 'busy', ms],
  ['first move', 'moving', ms],
  ['its longest task', 'longest', ms],
  ['shift', 'cls', (value) => value.toFixed(3)],
  ['bytes', 'bytes', kb],
  ['fonts', 'fonts', kb],
];

const CHROMIUM = process.env.VITRINE_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--disable-gpu', '--disable-background-networking'] });
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, headless; medians of ${options.repeat}\n`);
await writeByHand(browser, process.env.VITRINE_DIST, process.env.VITRINE_BENCH_STATIC);
const served = await Promise.all(SITES.map(async ([name, folder, interactive]) => ({ name, interactive, ...(await serve(folder)) })));
try {
  for (const [title, how] of Object.entries(VISITS)) {
    console.log(`${title}\n\n| | ${COLUMNS.map(([heading]) => heading).join(' | ')} |\n|---|${COLUMNS.map(() => '---:|').join('')}`);
    // In turn, so that what else the machine does meets all of them alike.
    const visits = new Map(served.map(({ name }) => [name, []]));
    for (let at = 0; at < Number(options.repeat); at += 1) {
      for (const { name, origin, interactive } of served) visits.get(name).push(await visit(browser, `${origin}/`, { ...how, interactive }));
    }
    for (const [name, runs] of visits) {
      console.log(`| ${name} | ${COLUMNS.map(([, key, write]) => write(median(runs.map((run) => run[key])))).join(' | ')} |`);
    }
    console.log('');
  }
  if (options.lighthouse) await judge(served, CHROMIUM, Number(options.repeat));
} finally {
  await browser.close();
  served.forEach(({ close }) => close());
}

function ms(value) {
  return `${Math.round(value)} ms`;
}
function kb(value) {
  return `${(value / 1000).toFixed(0)} kB`;
}
