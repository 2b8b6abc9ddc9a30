/** The pieces of all routes: ends in one flat array `[ax, ay, bx, by, …]`, and the edge of each. */
export function segments(edges) {
  const ends = [];
  const edge = [];
  edges.forEach(({ points }, index) => {
    for (let at = 1; at < points.length; at += 1) {
      const [a, b] = [points[at - 1], points[at]];
      if (a[0] === b[0] && a[1] === b[1]) continue;
      ends.push(a[0], a[1], b[0], b[1]);
      edge.push(index);
    }
  });
  return { ends: Float64Array.from(ends), edge: Uint32Array.from(edge) };
}

export const lengthOf = ({ ends }) => {
  let sum = 0;
  for (let at = 0; at < ends.length; at += 4) sum += Math.hypot(ends[at + 2] - ends[at], ends[at + 3] - ends[at + 1]);
  return sum;
};
