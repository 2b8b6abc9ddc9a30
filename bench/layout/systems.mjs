import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sized } from './size.mjs';

/**
 * Well-known systems, one a file of `systems/`: `[{name, graph}]`. The first line is the title; `(id) Label` is a group,
 * `id kind Label @group` a node, `a > b : label` an arrow; the group and the label may be missing. `ours` measures the words.
 */
export async function systems(folder, ours) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(
    files.map(async (file) => {
      const graph = read(await readFile(join(folder, file), 'utf8'));
      return { name: file.slice(0, -4), graph: sized(graph, JSON.parse(ours.sizes(JSON.stringify(graph)))) };
    }),
  );
}

export function read(text) {
  const graph = { nodes: [], edges: [], groups: [] };
  for (const line of text.split('\n').slice(1).filter(Boolean)) {
    const group = /^\((\w+)\) (.+)$/.exec(line);
    const edge = /^(\w+) > (\w+)(?: : (.+))?$/.exec(line);
    const node = /^(\w+) (\w+) (.+?)(?: @(\w+))?$/.exec(line);
    if (group) graph.groups.push({ id: group[1], label: group[2] });
    else if (edge) graph.edges.push({ id: `e${graph.edges.length}`, source: edge[1], target: edge[2], label: edge[3] });
    else if (node) graph.nodes.push({ id: node[1], kind: node[2], label: node[3], group: node[4] });
    else throw new Error(`cannot read “${line}”`);
  }
  return graph;
}
