import { SLACK, gridOf, overlap } from './boxes.mjs';

/**
 * Faults of groups: a member or inner group that its group does not enclose, a foreign node that reaches into a group,
 * two groups of the same parent that overlap; each pair counts once.
 */
export function groupFaults(graph, nodes, groups, nodeGrid, bounds) {
  const parent = new Map(graph.groups.map((group) => [group.id, group.parent]));
  const boxes = new Map(groups.map((group) => [group.id, group]));
  const isWithin = (inner, outer) => {
    for (let at = inner; at; at = parent.get(at)) if (at === outer) return true;
    return false;
  };
  let faults = 0;
  graph.nodes.forEach(({ group }, at) => {
    if (group && !encloses(boxes.get(group), nodes[at])) faults += 1;
  });
  for (const { id, parent } of graph.groups) if (parent && !encloses(boxes.get(parent), boxes.get(id))) faults += 1;
  for (const box of groups) {
    const foreign = new Set();
    nodeGrid.around(box.x, box.y, box.x + box.w, box.y + box.h, (list) => {
      for (const node of list) {
        if (!foreign.has(node) && !isWithin(graph.nodes[node].group, box.id) && overlap(box, nodes[node])) foreign.add(node);
      }
    });
    faults += foreign.size;
  }
  const pairs = new Set();
  for (const [, list] of gridOf(groups, bounds).lists()) {
    for (const a of list) {
      for (const b of list) {
        const siblings = a < b && (parent.get(groups[a].id) ?? '') === (parent.get(groups[b].id) ?? '');
        if (siblings && overlap(groups[a], groups[b])) pairs.add(a * groups.length + b);
      }
    }
  }
  return faults + pairs.size;
}

const encloses = (outer, inner) =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.w <= outer.x + outer.w + SLACK &&
  inner.y + inner.h <= outer.y + outer.h + SLACK;

/** Boxes round the members, for an engine that knows no groups: what a program that uses it would draw. */
export function roundMembers(graph, nodes, pad) {
  const children = new Map(graph.groups.map(({ id }) => [id, []]));
  graph.nodes.forEach(({ group }, at) => group && children.get(group).push(() => nodes[at]));
  for (const { id, parent } of graph.groups) if (parent) children.get(parent).push(() => round(id));
  const made = new Map();
  const round = (id) => {
    if (!made.has(id)) {
      const inner = children.get(id).map((box) => box());
      const x = Math.min(...inner.map((box) => box.x)) - pad;
      const y = Math.min(...inner.map((box) => box.y)) - pad;
      const w = Math.max(...inner.map((box) => box.x + box.w)) + pad - x;
      const h = Math.max(...inner.map((box) => box.y + box.h)) + pad - y;
      made.set(id, { id, x, y, w, h });
    }
    return made.get(id);
  };
  return graph.groups.map(({ id }) => round(id));
}
