import { Grid } from './grid.mjs';

/** What may touch without being a fault, px. */
const SLACK = 0.5;

const overlap = (a, b) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > SLACK && Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > SLACK;

export function gridOf(boxes, bounds) {
  const side = Math.max(64, Math.sqrt(((bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0)) / Math.max(1, boxes.length)));
  return new Grid(bounds, side).fill(boxes.length, (item, visit) => {
    const { x, y, w, h } = boxes[item];
    visit(x, y, x + w, y + h);
  });
}

/** The pairs of boxes that overlap, each once. */
export function overlaps(boxes, grid) {
  const pairs = new Set();
  for (const [, list] of grid.lists()) {
    for (let i = 0; i < list.length; i += 1) {
      for (let j = i + 1; j < list.length; j += 1) {
        const [a, b] = [Math.min(list[i], list[j]), Math.max(list[i], list[j])];
        if (overlap(boxes[a], boxes[b])) pairs.add(a * boxes.length + b);
      }
    }
  }
  return pairs.size;
}

/** The pairs of an edge and a node that is not one of its ends and through which it runs. */
export function throughNodes({ ends, edge }, edges, nodes, grid) {
  const pairs = new Set();
  for (let item = 0; item < edge.length; item += 1) {
    const { source, target } = edges[edge[item]];
    const piece = ends.subarray(item * 4, item * 4 + 4);
    grid.pieces(piece, (...cells) =>
      grid.around(...cells, (list) => {
        for (const node of list) {
          const { id } = nodes[node];
          if (id !== source && id !== target && runsThrough(piece, nodes[node])) pairs.add(edge[item] * nodes.length + node);
        }
      }),
    );
  }
  return pairs.size;
}

/** Whether a piece has points inside a box (Liang & Barsky 1984). */
function runsThrough([ax, ay, bx, by], { x, y, w, h }) {
  let [from, to] = [0, 1];
  const sides = [
    [ax - bx, ax - (x + SLACK)],
    [bx - ax, x + w - SLACK - ax],
    [ay - by, ay - (y + SLACK)],
    [by - ay, y + h - SLACK - ay],
  ];
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room <= 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
    if (from >= to) return false;
  }
  return true;
}

export { SLACK, overlap };
