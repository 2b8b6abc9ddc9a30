import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sized } from './size.mjs';

/** Every diagram the project brings, without places: `[{name, graph}]`. `ours` measures the words. */
export async function bundled(root, ours) {
  const examples = (await readdir(join(root, 'public/examples'))).filter((name) => name.endsWith('.json')).sort();
  const found = [];
  for (const file of ['portfolio.json', ...examples.map((name) => join('examples', name))]) {
    const text = await readFile(join(root, 'public', file), 'utf8');
    const sizes = JSON.parse(ours.portfolio_sizes(text));
    for (const [at, diagram] of (JSON.parse(text).diagrams ?? []).entries()) {
      const nodes = diagram.nodes.map(({ id, label, kind, group }) => ({ id, label, kind, group }));
      const edges = diagram.edges.map(({ id, source, target, label }, at) => ({ id: id ?? `e${at}`, source, target, label }));
      const groups = (diagram.groups ?? []).map(({ id, label, parent }) => ({ id, label, parent }));
      found.push({ name: diagram.name, graph: sized({ nodes, edges, groups }, sizes[at]) });
    }
  }
  return found;
}
