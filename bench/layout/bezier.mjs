const STEPS = 12;

/** A chain of cubic Bézier curves (1 + 3n control points) as a polyline. */
export function flattened(controls) {
  const points = [controls[0]];
  for (let at = 0; at + 3 < controls.length; at += 3) {
    const [a, b, c, d] = controls.slice(at, at + 4);
    for (let step = 1; step <= STEPS; step += 1) points.push(onCurve(a, b, c, d, step / STEPS));
  }
  return points;
}

function onCurve(a, b, c, d, t) {
  const s = 1 - t;
  const mixed = (axis) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return [mixed(0), mixed(1)];
}
