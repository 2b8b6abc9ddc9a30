import { SPACING } from '../spacing.mjs';
import { gridOf, overlaps, throughNodes } from './boxes.mjs';
import { crossings } from './crossings.mjs';
import { groupFaults, roundMembers } from './groups.mjs';
import { DESK, PHONE, againstFlow, bends, closePorts, scaleAtFit, smallSteps, throughGroups } from './reading.mjs';
import { lengthOf, segments } from './segments.mjs';

/** What can be counted about a drawing of `graph`. Lengths in world px. */
export function score(graph, drawing) {
  const { nodes, edges } = drawing;
  checkComplete(graph, drawing);
  const groups = drawing.groups.length > 0 ? drawing.groups : roundMembers(graph, nodes, SPACING.pad);
  const pieces = segments(edges);
  const bounds = boundsOf([...nodes, ...groups], pieces.ends);
  const grid = gridOf(nodes, bounds);
  return {
    crossings: crossings(pieces, bounds),
    length: lengthOf(pieces),
    area: (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0),
    overlaps: overlaps(nodes, grid),
    through: throughNodes(pieces, edges, nodes, grid),
    groups: groupFaults(graph, nodes, groups, grid, bounds),
    against: againstFlow(drawing),
    bends: bends(edges),
    ports: closePorts(edges),
    foreign: throughGroups(graph, { edges, groups }),
    small: smallSteps(edges),
    scale: scaleAtFit(bounds, DESK),
    phone: scaleAtFit(bounds, PHONE),
  };
}

/** An engine that leaves something out must not win by it. */
function checkComplete(graph, { nodes, edges }) {
  const sound = ({ x, y }) => Number.isFinite(x) && Number.isFinite(y);
  const complete = nodes.length === graph.nodes.length && nodes.every(sound) && edges.length === graph.edges.length;
  if (!complete || edges.some(({ points }) => points.length < 2 || points.flat().some((number) => !Number.isFinite(number)))) {
    throw new Error('the drawing is incomplete');
  }
}

export function boundsOf(boxes, ends) {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  const reach = (x, y) => {
    bounds.x0 = Math.min(bounds.x0, x);
    bounds.y0 = Math.min(bounds.y0, y);
    bounds.x1 = Math.max(bounds.x1, x);
    bounds.y1 = Math.max(bounds.y1, y);
  };
  for (const { x, y, w, h } of boxes) {
    reach(x, y);
    reach(x + w, y + h);
  }
  for (let at = 0; at < ends.length; at += 2) reach(ends[at], ends[at + 1]);
  return bounds;
}
