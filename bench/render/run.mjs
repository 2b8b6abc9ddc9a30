// The table of `cargo xtask bench render`, which says where the built site is in VITRINE_DIST and where the others'
// bundles are in VITRINE_BENCH_PEERS.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import { serve } from './server.mjs';
import { HEADING, median, row } from './table.mjs';

const ENGINES = { ours: 'ours', 'react-flow': 'React Flow', 'vis-network': 'vis-network', cytoscape: 'Cytoscape.js' };
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '12,100,1000,10000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join() },
    repeat: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});

const CHROMIUM = process.env.VITRINE_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--disable-gpu', '--disable-background-networking'] });
const { origin, close } = await serve(process.env.VITRINE_DIST, process.env.VITRINE_BENCH_PEERS);
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, headless, 1280 × 800\n`);
  HEADING.forEach((line) => console.log(line));
  const runs = [];
  const report = (size, name, run, ours) => {
    runs.push({ size, engine: name, ...run });
    console.log(row(size, name, run, ours));
  };
  report(0, 'an empty page', await often(`${origin}/page/empty`, false));
  for (const size of options.sizes.split(',').map(Number)) {
    let ours;
    for (const engine of options.engines.split(',')) {
      const address = engine === 'ours' ? `architecture/?diagram-url=/graph/${size}.json` : `page/${engine}?nodes=${size}`;
      const run = await often(`${origin}/${address}`, true);
      if (engine === 'ours') ours = run;
      report(size, ENGINES[engine], run, ours);
    }
  }
  if (options.json) await writeFile(options.json, JSON.stringify(runs, null, 1));
} finally {
  await browser.close();
  close();
}

/** The median of some runs. */
async function often(address, shows) {
  const runs = [];
  for (let at = 0; at < Number(options.repeat); at += 1) runs.push(await measure(browser, address, shows));
  return runs.find(({ failure }) => failure) ?? median(runs);
}
