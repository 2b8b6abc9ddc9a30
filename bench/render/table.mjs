const ms = (value) => `${Math.round(value).toLocaleString('en')} ms`;

/** The columns: heading, how to find the value in a run, and how it is written. */
const COLUMNS = [
  ['first drawing', ({ first }) => first, ms],
  ['drag, main thread a second', ({ drag }) => drag?.busy, ms],
  ['fps', ({ drag }) => drag?.fps, (value) => Math.round(value), false],
  ['zoom, main thread a second', ({ zoom }) => zoom?.busy, ms],
  ['fps', ({ zoom }) => zoom?.fps, (value) => Math.round(value), false],
  ['heap and wasm', ({ memory }) => memory, (bytes) => `${(bytes / 1e6).toFixed(1)} MB`],
];

export const HEADING = [
  `| nodes | drawn by | ${COLUMNS.map(([name]) => name).join(' | ')} |`,
  `|---:|---|${'---:|'.repeat(COLUMNS.length)}`,
];

/** A row of Markdown; numbers of others carry their ratio to `ours`. */
export function row(size, name, run, ours) {
  if (run.failure) return `| ${size} | ${name} | ${run.failure} |${' |'.repeat(COLUMNS.length - 1)}`;
  const cells = COLUMNS.map(([, find, written, compared = true]) => {
    const value = find(run);
    if (value === undefined) return '';
    const own = compared && ours && ours !== run ? find(ours) : undefined;
    return written(value) + (own ? ` (×${(value / own).toFixed(value < own * 10 ? 1 : 0)})` : '');
  });
  return `| ${size ? size.toLocaleString('en') : ''} | ${name} | ${cells.join(' | ')} |`;
}

/** Each figure's median over several runs. */
export function median([first, ...rest]) {
  if (typeof first === 'number') return [first, ...rest].sort((a, b) => a - b)[rest.length >> 1];
  if (typeof first !== 'object') return first;
  return Object.fromEntries(Object.keys(first).map((key) => [key, median([first, ...rest].map((run) => run[key]))]));
}
