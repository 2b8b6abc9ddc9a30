const time = (ms) => (ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);

const percent = (share) => `${Math.round(share * 100)} %`;

const shares = ([names, labels]) => `${percent(names)}, ${percent(labels)}`;

/** The columns: heading, property, and how a value is written. */
const COLUMNS = [
  ['time', 'ms', time],
  ['CPU', 'cpu', time],
  ['crossings', 'crossings', (count) => count.toLocaleString('en')],
  ['length', 'length', (px) => `${Math.round(px / 1000).toLocaleString('en')} k`],
  ['bends', 'bends', (count) => count.toLocaleString('en')],
  ['area', 'area', (px) => `${(px / 1e6).toFixed(px < 1e7 ? 2 : 0)} M`],
  ['at the fit of 1440 × 900', 'scale', percent],
  ['of 390 × 844', 'phone', percent],
  ['names and labels read there', 'readAtDesk', shares],
  ['on the phone', 'readOnPhone', shares],
];
const FAULTS = [
  ['overlaps', 'overlaps'],
  ['through nodes', 'through'],
  ['group faults', 'groups'],
  ['against the flow', 'against'],
  ['ports under 10 px apart', 'ports'],
  ['through foreign groups', 'foreign'],
  ['steps under 12 px', 'small'],
  ['labels cut', 'cut'],
  ['rows', 'rows'],
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
    if (value === undefined) return '';
    return written(value) + (ours && ours !== run && typeof value === 'number' ? ratio(value, ours.score?.[property]) : '');
  });
  const faults = FAULTS.map(([, property]) => run.score[property]?.toLocaleString('en') ?? '');
  return `| ${graph} | ${engine} | ${[...cells, ...faults].join(' | ')} |`;
}

/** What is worth a sum over many graphs, and what a median. */
const SUMS = [
  ['crossings', 'crossings'],
  ['arrows against the flow', 'against'],
  ['ends of arrows under 10 px apart', 'ports'],
  ['arrows through a foreign group', 'foreign'],
  ['steps aside of under 12 px', 'small'],
  ['corners', 'bends'],
  ['drawn length, px', 'length'],
];
const MEDIANS = [
  ['at the fit of 1440 × 900', 'scale'],
  ['at the fit of 390 × 844', 'phone'],
];
/** Shares of names and labels, of which the mean over all graphs counts. */
const MEANS = [
  ['names read at 1440 × 900', 'readAtDesk', 0],
  ['labels', 'readAtDesk', 1],
  ['names read at 390 × 844', 'readOnPhone', 0],
  ['labels', 'readOnPhone', 1],
];

/** Sums, medians, and the median ratio of what the first engine draws to what each other does, of the graphs that all draw. */
export function summary(runs, engines) {
  const of = (engine) => new Map(runs.filter((run) => run.engine === engine && run.score).map(({ graph, score }) => [graph, score]));
  const scores = engines.map(of);
  const graphs = [...scores[0].keys()].filter((graph) => scores.every((map) => map.has(graph)));
  const line = (name, cell) => `| ${name} | ${scores.map(cell).join(' | ')} |`;
  const values = (map, key) => graphs.map((graph) => map.get(graph)[key]);
  const whole = (count) => Math.round(count).toLocaleString('en');
  const ratios = (map, key) => graphs.filter((graph) => map.get(graph)[key] > 0).map((graph) => scores[0].get(graph)[key] / map.get(graph)[key]);
  return [
    `| ${graphs.length} graphs | ${engines.join(' | ')} |`,
    `|---|${'---:|'.repeat(engines.length)}`,
    ...SUMS.map(([name, key]) => line(name, (map) => whole(values(map, key).reduce((a, b) => a + b, 0)))),
    ...MEDIANS.map(([name, key]) => line(`${name}, median`, (map) => percent(median(values(map, key))))),
    ...MEANS.map(([name, key, at]) => line(`${name}, mean`, (map) => percent(mean(values(map, key).map((shares) => shares?.[at] ?? 0))))),
    ...['length', 'bends'].map((key) => line(`our ${key} to theirs, median`, (map) => (median(ratios(map, key)) ?? 1).toFixed(2))),
  ];
}

function mean(numbers) {
  return numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function ratio(value, ours) {
  if (ours === undefined || ours === 0) return '';
  const times = value / ours;
  return ` (×${times < 10 ? times.toFixed(2) : Math.round(times).toLocaleString('en')})`;
}
