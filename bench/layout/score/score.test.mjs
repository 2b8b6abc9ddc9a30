// `node --test bench/`
import assert from 'node:assert/strict';
import test from 'node:test';
import { random } from '../random.mjs';
import { crossings } from './crossings.mjs';
import { boundsOf, score } from './score.mjs';
import { segments } from './segments.mjs';

const box = (id, x, y, w = 10, h = 10) => ({ id, x, y, w, h });
const edge = (id, source, target, ...points) => ({ id, source, target, points });

/** The score of boxes and routes as they are given. */
function of(nodes, edges, groups = [], outer = {}) {
  const graph = {
    nodes: nodes.map(({ id }) => ({ id, group: outer[id] })),
    edges,
    groups: groups.map(({ id }) => ({ id, parent: outer[id] })),
  };
  return score(graph, { nodes, edges, groups });
}

const [a, b, c] = [box('a', 0, 0), box('b', 100, 0), box('c', 50, -20, 10, 50)];

test('crossings agree with trying all pairs', () => {
  for (let seed = 0; seed < 30; seed += 1) {
    const next = random(seed);
    const whole = seed % 2 === 0;
    const place = () => (whole ? Math.floor(next() * 40) : next() * 1000);
    const edges = Array.from({ length: 60 }, (_, id) => edge(id, 's', 't', ...Array.from({ length: 4 }, () => [place(), place()])));
    const pieces = segments(edges);
    assert.equal(crossings(pieces, boundsOf([], pieces.ends)), tried(edges));
  }
});

/** Strict crossings by orientation, an independent definition. */
function tried(edges) {
  const side = ([ax, ay], [bx, by], [cx, cy]) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  let found = 0;
  edges.forEach(({ points: p }, i) =>
    edges.slice(i + 1).forEach(({ points: q }) => {
      for (let m = 1; m < p.length; m += 1) {
        for (let n = 1; n < q.length; n += 1) {
          const apart = side(p[m - 1], p[m], q[n - 1]) * side(p[m - 1], p[m], q[n]);
          const across = side(q[n - 1], q[n], p[m - 1]) * side(q[n - 1], q[n], p[m]);
          if (apart < 0 && across < 0) found += 1;
        }
      }
    }),
  );
  return found;
}

test('a sound drawing has no faults', () => {
  const groups = [box('g', -5, -5, 120, 20)];
  const found = of([a, b], [edge('e', 'a', 'b', [10, 5], [100, 5])], groups, { a: 'g', b: 'g' });
  const faults = { overlaps: 0, through: 0, groups: 0, against: 0, bends: 0, ports: 0, foreign: 0, small: 0 };
  assert.deepEqual(found, { crossings: 0, length: 90, area: 2400, ...faults, scale: 1, phone: 1 });
});

test('an edge through a node that is not its own is found once, however it is bent', () => {
  const bent = edge('e', 'a', 'b', [10, 5], [55, 5], [55, 8], [100, 8]);
  assert.equal(of([a, b, c], [bent]).through, 1);
  assert.equal(of([a, b, c], [edge('e', 'a', 'b', [10, 5], [50, 30], [60, 30], [100, 5])]).through, 0, 'it only touches');
});

test('boxes that overlap are found once', () => {
  assert.equal(of([a, box('b', 9, 9), box('c', 10, 0)], []).overlaps, 2);
});

test('groups: a member outside, a stranger inside and siblings that overlap', () => {
  const g = box('g', -5, -5, 20, 20);
  assert.equal(of([a, b], [], [g], { a: 'g', b: 'g' }).groups, 1);
  assert.equal(of([a, box('b', 12, 0)], [], [g], { a: 'g' }).groups, 1);
  assert.equal(of([a, b], [], [g, box('h', 14, 0, 100, 10)], { a: 'g', b: 'h' }).groups, 1);
  assert.equal(of([a], [], [g, box('h', 0, 0, 30, 30)], { a: 'g', g: 'h' }).groups, 1, 'a group outside its own');
});

test('what a reader stumbles over', () => {
  const back = edge('e', 'b', 'a', [100, 5], [10, 5]);
  assert.equal(of([a, b], [back]).against, 1);
  assert.equal(of([a, b], [back, edge('f', 'b', 'a', [100, 8], [10, 8])]).ports, 4, 'both ends of both');
  const stepped = edge('e', 'a', 'b', [10, 2], [50, 2], [50, 9], [100, 9]);
  assert.deepEqual([of([a, b], [stepped]).bends, of([a, b], [stepped]).small], [2, 1]);
  assert.equal(of([a, b], [edge('e', 'a', 'b', [10, 5], [100, 5])], [box('g', 40, 0, 20, 10)]).foreign, 1);
  assert.equal(of([a, box('b', 2774, 0)], []).scale, 0.5);
  assert.equal(of([a, box('b', 674, 0)], []).phone, 0.5);
});

test('a drawing that leaves out an edge has no score', () => {
  assert.throws(() => score({ nodes: [a], edges: [{ id: 'e' }], groups: [] }, { nodes: [a], edges: [], groups: [] }));
});
