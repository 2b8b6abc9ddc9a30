import cytoscape from 'cytoscape';
import { graph, ready } from './graph.js';

const { nodes, edges } = await graph();
const cy = cytoscape({
  container: document.getElementById('root'),
  elements: {
    nodes: nodes.map(({ id, x, y, w, h, label }) => ({ data: { id, label }, position: { x: x + w / 2, y: y + h / 2 } })),
    edges: edges.map(({ id, source, target, label = '' }) => ({ data: { id, source, target, label } })),
  },
  style: [
    { selector: 'node', style: { shape: 'round-rectangle', width: 180, height: 64, label: 'data(label)', 'text-valign': 'center' } },
    { selector: 'edge', style: { 'curve-style': 'straight', 'target-arrow-shape': 'triangle', label: 'data(label)', width: 1.5 } },
  ],
  layout: { name: 'preset', fit: true },
  autoungrabify: true,
});
cy.one('render', ready);
