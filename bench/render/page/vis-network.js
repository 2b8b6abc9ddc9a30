import { DataSet } from 'vis-data/peer';
import { Network } from 'vis-network/peer';
import { graph, ready } from './graph.js';

const { nodes, edges } = await graph();
const box = ({ id, x, y, w, h, label }) => ({ id, x: x + w / 2, y: y + h / 2, label, widthConstraint: w, heightConstraint: h });
const data = {
  nodes: new DataSet(nodes.map(box)),
  edges: new DataSet(edges.map(({ id, source, target, label }) => ({ id, from: source, to: target, label }))),
};
const network = new Network(document.getElementById('root'), data, {
  physics: false,
  nodes: { shape: 'box' },
  edges: { arrows: 'to', smooth: false },
  interaction: { dragNodes: false },
});
network.once('afterDrawing', ready);
