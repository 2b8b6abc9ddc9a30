import { boundsOf } from './score/score.mjs';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A drawing as SVG, all engines' alike. */
export function picture(graph, { nodes, edges, groups }) {
  const { x0, y0, x1, y1 } = boundsOf([...nodes, ...groups], edges.flatMap(({ points }) => points.flat()));
  const [w, h] = [x1 - x0 + 40, y1 - y0 + 40];
  const rect = ({ x, y, w, h }, style) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" ${style}/>`;
  const words = (x, y, text, style) => `<text x="${x}" y="${y}" ${style}>${escaped(text ?? '')}</text>`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x0 - 20} ${y0 - 20} ${w} ${h}" width="${w}" height="${h}" font-family="sans-serif">`,
    rect({ x: x0 - 20, y: y0 - 20, w, h }, 'fill="white"'),
    '<marker id="a" viewBox="0 0 10 8" refX="10" refY="4" markerWidth="10" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0 10 4 0 8z"/></marker>',
  ];
  groups.forEach((box, at) => {
    parts.push(rect(box, 'fill="#00000008" stroke="#999"'), words(box.x + 12, box.y + 18, graph.groups[at].label, 'font-size="12" fill="#777"'));
  });
  for (const { points } of edges) {
    parts.push(`<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="#555" stroke-width="1.5" marker-end="url(#a)"/>`);
  }
  nodes.forEach((box, at) => {
    parts.push(rect(box, 'rx="6" fill="white" stroke="#333"'), words(box.x + 10, box.y + box.h / 2 + 5, graph.nodes[at].label, 'font-size="13"'));
  });
  edges.forEach(({ label }) => label && parts.push(rect(label, 'rx="4" fill="#fdf3d8" stroke="#ccc"')));
  return `${parts.join('')}</svg>`;
}
