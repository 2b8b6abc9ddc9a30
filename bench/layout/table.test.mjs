// `node --test bench/`
import assert from 'node:assert/strict';
import test from 'node:test';
import { summary } from './table.mjs';

const score = (crossings, length) => ({ crossings, against: 0, ports: 0, foreign: 0, small: 0, bends: 2, length, scale: 1, phone: 0.5, readAtDesk: [1, 0.5] });

test('a summary counts the graphs that all engines draw', () => {
  const runs = [
    { graph: 'a', engine: 'ours', score: score(1, 100) },
    { graph: 'a', engine: 'dot', score: score(4, 50) },
    { graph: 'b', engine: 'ours', score: score(2, 300) },
    { graph: 'b', engine: 'dot', failure: 'did not end' },
  ];
  const lines = summary(runs, ['ours', 'dot']);
  assert.equal(lines[0], '| 1 graphs | ours | dot |');
  assert.ok(lines.includes('| crossings | 1 | 4 |'));
  assert.ok(lines.includes('| at the fit of 390 × 844, median | 50 % | 50 % |'));
  assert.ok(lines.includes('| names read at 1440 × 900, mean | 100 % | 100 % |'));
  assert.ok(lines.includes('| labels, mean | 50 % | 50 % |'));
  assert.ok(lines.includes('| our length to theirs, median | 1.00 | 2.00 |'));
});
