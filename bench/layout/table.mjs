const time = (ms) => (ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);

/** The columns: heading, property, and how a value is written. */
const COLUMNS = [
  ['time', 'ms', time],
  ['CPU', 'cpu', time],
  ['crossings', 'crossings', (count) => count.toLocaleString('en')],
  ['length', 'length', (px) => `${Math.round(px / 1000).toLocaleString('en')} k`],
  ['bends', 'bends', (count) => count.toLocaleString('en')],
  ['area', 'area', (px) => `${(px / 1e6).toFixed(px < 1e7 ? 2 : 0)} M`],
  ['at the fit of 1440 × 900', 'scale', (share) => `${Math.round(share * 100)} %`],
];
const FAULTS = [
  ['overlaps', 'overlaps'],
  ['through nodes', 'through'],
  ['group faults', 'groups'],
  ['against the flow', 'against'],
  ['ports under 10 px apart', 'ports'],
  ['through foreign groups', 'foreign'],
  ['steps under 12 px', 'small'],
];

export const HEADING = [
  `| graph | engine | ${COLUMNS.map(([name]) => name).join(' | ')} | ${FAULTS.map(([name]) => name).join(' | ')} |`,
  `|---|---|${'---:|'.repeat(COLUMNS.length + FAULTS.length)}`,
];

/** A row of Markdown; numbers of others carry their ratio to `ours`. A run without `score` says what became of it. */
export function row(graph, engine, run, ours) {
  if (!run.score) return `| ${graph} | ${engine} | ${run.failure} |${' |'.repeat(COLUMNS.length + FAULTS.length - 1)}`;
  const cells = COLUMNS.map(([, property, written]) => {
    const value = run.score[property];
    return written(value) + (ours && ours !== run ? ratio(value, ours.score?.[property]) : '');
  });
  const faults = FAULTS.map(([, property]) => run.score[property]?.toLocaleString('en') ?? '');
  return `| ${graph} | ${engine} | ${[...cells, ...faults].join(' | ')} |`;
}

function ratio(value, ours) {
  if (ours === undefined || ours === 0) return '';
  const times = value / ours;
  return ` (×${times < 10 ? times.toFixed(2) : Math.round(times).toLocaleString('en')})`;
}
