/** What a reader of a drawing stumbles over. */

/** Less room than this between two ends of arrows at one box, px, and their heads are one. */
const PORTS = 10;
/** The windows in which a drawing is first seen, and the room left free at their edges, px. */
export const DESK = { w: 1440, h: 900 };
export const PHONE = { w: 390, h: 844 };
const PADDING = 24;

/** How many arrows end before they start, in the direction in which the drawing is read. */
export function againstFlow({ nodes, edges }) {
  const at = new Map(nodes.map(({ id, x, w }) => [id, x + w / 2]));
  return edges.filter(({ source, target }) => source !== target && at.get(target) < at.get(source) - 0.5).length;
}

/** How many corners there are. */
export function bends(edges) {
  let found = 0;
  for (const { points } of edges) {
    const turns = points.slice(1).map(([x, y], at) => [x - points[at][0], y - points[at][1]]).filter(([x, y]) => Math.hypot(x, y) > 0.01);
    for (let at = 1; at < turns.length; at += 1) {
      const [[ax, ay], [bx, by]] = [turns[at - 1], turns[at]];
      if (Math.abs(ax * by - ay * bx) > 0.02 * Math.hypot(ax, ay) * Math.hypot(bx, by)) found += 1;
    }
  }
  return found;
}

/** How many ends of arrows are nearer than they should be to the next one at the same box. */
export function closePorts(edges) {
  const ends = new Map();
  for (const { source, target, points } of edges) {
    for (const [node, point] of [[source, points[0]], [target, points.at(-1)]]) ends.set(node, [...(ends.get(node) ?? []), point]);
  }
  const near = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by) < PORTS - 0.01;
  let found = 0;
  for (const list of ends.values()) found += list.filter((a, i) => list.some((b, j) => i !== j && near(a, b))).length;
  return found;
}

/** How many pairs there are of an arrow and a group that holds neither of its ends and through which it runs. */
export function throughGroups(graph, { edges, groups }) {
  const parent = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  const home = new Map(graph.nodes.map(({ id, group }) => [id, group]));
  const around = (node) => {
    const found = new Set();
    for (let at = home.get(node); at; at = parent.get(at)) found.add(at);
    return found;
  };
  let found = 0;
  for (const { source, target, points } of edges) {
    const own = new Set([...around(source), ...around(target)]);
    for (const { id, x, y, w, h } of groups) {
      if (own.has(id)) continue;
      const hit = points.slice(1).some(([bx, by], at) => {
        const [ax, ay] = points[at];
        return Math.max(ax, bx) > x + 1 && Math.min(ax, bx) < x + w - 1 && Math.max(ay, by) > y + 1 && Math.min(ay, by) < y + h - 1;
      });
      if (hit) found += 1;
    }
  }
  return found;
}

/** At which scale all of it is seen at once in a window. */
export function scaleAtFit({ x0, y0, x1, y1 }, window) {
  const room = (length) => length - 2 * PADDING;
  return Math.min(1, room(window.w) / Math.max(1, x1 - x0), room(window.h) / Math.max(1, y1 - y0));
}

/** How many steps aside are so small that they look like a mistake. */
export function smallSteps(edges) {
  let found = 0;
  for (const { points } of edges) {
    for (let at = 2; at + 1 < points.length; at += 1) {
      const [[ax, ay], [bx, by]] = [points[at - 1], points[at]];
      const length = Math.hypot(bx - ax, by - ay);
      const [before, after] = [points[at - 2], points[at + 1]];
      // A piece of a curve is no step.
      const isStep = ax === bx ? before[1] === ay && after[1] === by : ay === by && before[0] === ax && after[0] === bx;
      if (isStep && length > 0.01 && length < 12) found += 1;
    }
  }
  return found;
}
