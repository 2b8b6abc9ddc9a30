import { Background, ReactFlow, useNodesInitialized } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { graph, ready } from './graph.js';

function Ready() {
  const initialised = useNodesInitialized();
  useEffect(() => {
    // The frame after the one in which the edges get their ends.
    if (initialised) requestAnimationFrame(() => requestAnimationFrame(ready));
  }, [initialised]);
  return null;
}

const { nodes, edges } = await graph();
createRoot(document.getElementById('root')).render(
  <ReactFlow
    defaultNodes={nodes.map(({ id, x, y, w, h, label }) => ({ id, position: { x, y }, width: w, height: h, data: { label } }))}
    defaultEdges={edges.map(({ id, source, target, label }) => ({ id, source, target, label }))}
    nodesDraggable={false}
    minZoom={0.02}
    maxZoom={4}
    fitView
  >
    <Background />
    <Ready />
  </ReactFlow>,
);
