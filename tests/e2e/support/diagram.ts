// A diagram as a visitor meets it, and what may be asked of the one that fills the window.
import { expect, type CDPSession, type Locator, type Page } from "@playwright/test";

export type View = { x: number; y: number; scale: number };
export type Spot = { x: number; y: number };

/** A diagram's window, by its title. */
export const diagram = (page: Page, title: string): Locator => page.getByRole("region", { name: `Diagram: ${title}`, exact: true });

/** Scrolls the start page to one of its diagrams: what draws it is fetched once it is near. */
export const approach = (page: Page, title: string): Promise<void> => page.getByRole("article", { name: title, exact: true }).last().scrollIntoViewIfNeeded();

/** Scrolls the start page to one of its diagrams and waits for its drawing. */
export async function draw(page: Page, title: string): Promise<void> {
  await approach(page, title);
  await expect(diagram(page, title).last().locator("canvas")).toBeVisible();
}

/** What stands for a node over the picture, by the node's label. */
export const node = (window: Locator, label: string): Locator =>
  window.getByRole("group", { name: /^Parts of / }).getByRole("button", { name: new RegExp(`^${escaped(label)}, `) });

/** The details of a node, if they are open. */
export const details = (window: Locator, label: string): Locator =>
  window.getByRole("region", { name: `Details: ${label}`, exact: true });

export const control = (window: Locator, name: string | RegExp): Locator =>
  window.getByRole("group", { name: "View of the diagram" }).getByRole("button", { name });

/** The scale as the button says it, in per cent. */
export const percent = async (window: Locator): Promise<number> => parseInt(await control(window, /^Zoom to 100/).innerText(), 10);

/** The camera of the diagram that fills the window. */
export const view = (page: Page): Promise<View> => page.evaluate(() => (window as any).__diagram.view());

/** Waits until a diagram of this page has been drawn. */
export async function drawn(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("diagram-ready", "mark").length)).toBeGreaterThan(0);
}

/** Runs in the page: where the camera is, once it has been there for a few frames. */
export async function still(): Promise<View> {
  const view = () => JSON.stringify((window as any).__diagram?.view());
  // A move shows in the second frame after it was asked for.
  for (let [frames, last] = [0, view()]; frames < 6; ) {
    await new Promise(requestAnimationFrame);
    const now = view();
    frames = now && now === last ? frames + 1 : 0;
    last = now;
  }
  return (window as any).__diagram.view();
}

/** Waits until the camera has come to rest, and says where. */
export async function rest(page: Page): Promise<View> {
  await drawn(page);
  return page.evaluate(still);
}

/** The place in the diagram's own px that is under a spot of the page. */
export async function world(window: Locator, at: Spot): Promise<Spot> {
  const [{ x, y, scale }, box] = [await view(window.page()), (await window.locator("canvas").boundingBox())!];
  return { x: (at.x - box.x - x) / scale, y: (at.y - box.y - y) / scale };
}

/** How far, in px of the page, a place of the diagram has moved from a spot. */
export async function strayed(window: Locator, place: Spot, spot: Spot): Promise<number> {
  const now = await world(window, spot);
  const { scale } = await view(window.page());
  return Math.hypot(now.x - place.x, now.y - place.y) * scale;
}

/** A spot that many px right of and below the middle of an element. */
export async function middle(element: Locator, right = 0, down = 0): Promise<Spot> {
  const box = (await element.boundingBox())!;
  return { x: box.x + box.width / 2 + right, y: box.y + box.height / 2 + down };
}

/** Fingers on the screen. */
export class Fingers {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Puts fingers down at the first spots, moves them over the next ones, and lifts them. */
  async stroke(...path: Spot[][]): Promise<void> {
    const send = (type: "touchStart" | "touchMove" | "touchEnd", spots: Spot[]) =>
      this.session.send("Input.dispatchTouchEvent", { type, touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })) });
    const [first, ...rest] = path;
    await send("touchStart", first!);
    for (const spots of rest) await send("touchMove", spots);
    await send("touchEnd", []);
  }

  /** One finger from one spot to another. */
  async swipe(from: Spot, to: Spot, steps = 8): Promise<void> {
    await this.stroke(...along(steps, (part) => [between(from, to, part)]));
  }

  /** Two fingers beside a spot, from one distance to another. */
  async pinch(about: Spot, from: number, to: number, steps = 8): Promise<void> {
    const apart = (distance: number): Spot[] => [
      { x: about.x - distance / 2, y: about.y },
      { x: about.x + distance / 2, y: about.y },
    ];
    await this.stroke(...along(steps, (part) => apart(from + (to - from) * part)));
  }
}

const along = <T>(steps: number, at: (part: number) => T): T[] => Array.from({ length: steps + 1 }, (_, step) => at(step / steps));
const between = (from: Spot, to: Spot, part: number): Spot => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
