// Run in the page: events in place of input that WebKitGTK's driver has none of.
import type { Spot } from "./engine";

/** A turn of the wheel with Ctrl held, which is also how two fingers on a trackpad that part are told of. */
export function spread({ at, by }: { at: Spot; by: Spot }): boolean {
  const told = { clientX: at.x, clientY: at.y, deltaX: by.x, deltaY: by.y, ctrlKey: true, bubbles: true, cancelable: true };
  return document.elementFromPoint(at.x, at.y)!.dispatchEvent(new WheelEvent("wheel", told));
}

/** Fingers that come down at the first spots, move over the next ones, and are lifted. */
export async function stroke([first, ...path]: Spot[][]): Promise<void> {
  const over = first!.map(({ x, y }) => document.elementFromPoint(x, y)!);
  const tell = (type: string, spots: Spot[]) => {
    for (const [at, { x, y }] of spots.entries()) {
      const pressed = { button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1 };
      const finger = { pointerId: 7 + at, pointerType: "touch", isPrimary: at === 0, ...pressed };
      over[at]!.dispatchEvent(new PointerEvent(type, { ...finger, clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true }));
    }
  };
  tell("pointerdown", first!);
  for (const spots of path) {
    tell("pointermove", spots);
    await new Promise(requestAnimationFrame);
  }
  tell("pointerup", path.at(-1) ?? first!);
  // A finger that rested where it came down is a press as well.
  if (path.length || first!.length > 1) return;
  const [{ x, y }] = first as [Spot];
  over[0]!.dispatchEvent(new MouseEvent("click", { clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true }));
}
