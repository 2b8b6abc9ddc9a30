import { Grid } from './grid.mjs';

/** How often routes of different edges cross: points inside a piece of each. What only touches does not cross. */
export function crossings({ ends, edge }, bounds) {
  if (edge.length === 0) return 0;
  // About as many cells as pieces.
  const area = Math.max(1, (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0));
  const side = Math.max(16, Math.sqrt(area / edge.length) / 2);
  const grid = new Grid(bounds, side);
  grid.fill(edge.length, (item, visit) => grid.pieces(ends.subarray(item * 4, item * 4 + 4), visit));
  let found = 0;
  for (const [cell, list] of grid.lists()) {
    for (let i = 0; i < list.length; i += 1) {
      for (let j = i + 1; j < list.length; j += 1) {
        if (edge[list[i]] === edge[list[j]]) continue;
        const t = meeting(ends, list[i] * 4, list[j] * 4);
        if (t === null) continue;
        // A crossing counts in the one cell that holds it.
        const at = list[i] * 4;
        const x = ends[at] + t * (ends[at + 2] - ends[at]);
        const y = ends[at + 1] + t * (ends[at + 3] - ends[at + 1]);
        if (grid.at(x, y) === cell) found += 1;
      }
    }
  }
  return found;
}

/** How far along the piece at `p` it crosses the piece at `q`, from 0 to 1, or null. */
function meeting(ends, p, q) {
  const [dx, dy] = [ends[p + 2] - ends[p], ends[p + 3] - ends[p + 1]];
  const [ex, ey] = [ends[q + 2] - ends[q], ends[q + 3] - ends[q + 1]];
  const [fx, fy] = [ends[q] - ends[p], ends[q + 1] - ends[p + 1]];
  const cross = dx * ey - dy * ex;
  if (cross === 0) return null;
  const t = (fx * ey - fy * ex) / cross;
  const u = (fx * dy - fy * dx) / cross;
  const inside = (value) => value > 1e-9 && value < 1 - 1e-9;
  return inside(t) && inside(u) ? t : null;
}
