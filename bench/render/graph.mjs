import { architecture } from '../layout/graph.mjs';

const BOX = { w: 180, h: 64 };
/** From one box to the next, with room for arrows between them. */
const STEP = { x: 260, y: 120 };
const COLUMNS = 4;

/** The graph of `bench layout` with a place for every node: domains in blocks, blocks side by side, 16 wide to 10 high. */
export function placed(count) {
  const { nodes, edges } = architecture(count, true, 0.3);
  const domains = new Map();
  for (const node of nodes) domains.set(node.group, [...(domains.get(node.group) ?? []), node]);
  const rows = Math.max(...[...domains.values()].map((members) => Math.ceil(members.length / COLUMNS)));
  const block = { w: (COLUMNS + 0.6) * STEP.x, h: (rows + 0.6) * STEP.y };
  const across = Math.max(1, Math.round(Math.sqrt((domains.size * 1.6 * block.h) / block.w)));
  const at = new Map();
  [...domains.values()].forEach((members, domain) =>
    members.forEach(({ id }, member) =>
      at.set(id, {
        x: (domain % across) * block.w + (member % COLUMNS) * STEP.x,
        y: Math.floor(domain / across) * block.h + Math.floor(member / COLUMNS) * STEP.y,
      }),
    ),
  );
  return {
    name: `graph of ${count}`,
    nodes: nodes.map(({ id, label, kind }) => ({ id, label, kind, ...at.get(id), ...BOX })),
    edges,
    groups: [],
  };
}
