// What a visitor does on a page and sees of it, in whichever engine.
import { expect } from "@playwright/test";
import { still, type View } from "../../e2e/support/diagram";
import type { Spot, Window } from "./engine";

/** A part of a page: a selector, and the words it has where that means several. */
export type Part = string | [css: string, words: string | RegExp];

type Wanted = { css: string; words?: string; source?: string };

const wanted = (part: Part): Wanted => {
  if (typeof part === "string") return { css: part };
  const [css, words] = part;
  return typeof words === "string" ? { css, words } : { css, source: words.source };
};

/** Runs in the page: the parts that are rendered, in their order. */
function rendered({ css, words, source }: Wanted): HTMLElement[] {
  const name = (element: Element) => (element.getAttribute("aria-label") ?? element.textContent!).replace(/\s+/g, " ").trim();
  return [...document.querySelectorAll<HTMLElement>(css)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getClientRects().length > 0 &&
      (words === undefined || name(element) === words) &&
      (source === undefined || new RegExp(source).test(name(element))),
  );
}

/** Runs in the page: the middle of an element, once it can be pressed there and holds still for some frames; it is
    brought into view where it is not, or where something covers it. */
async function brought(element: HTMLElement): Promise<Spot> {
  const middle = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  };
  const isSeen = ({ x, y }: Spot) => {
    const over = document.elementFromPoint(x, y);
    return over !== null && (element.contains(over) || over.contains(element));
  };
  let spot = middle();
  for (let [frames, tries] = [0, 0]; frames < 3; ) {
    // What nothing can be pressed in, as a picture below other things, is only brought near.
    if (!isSeen(spot) && tries < 20) {
      frames = 0;
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      tries += 1;
    }
    await new Promise(requestAnimationFrame);
    const now = middle();
    frames = now.x === spot.x && now.y === spot.y ? frames + 1 : 0;
    spot = now;
  }
  return spot;
}

export type Box = { x: number; y: number; width: number; height: number; right: number; bottom: number };

/** Looks until it is so; often at first. */
export const poll = <Found>(look: () => Promise<Found> | Found, message?: string) =>
  expect.poll(look, { message, intervals: [20, 40, 80, 160, 250] });

/** How drivers say that a page has given way to another one while it was looked at. */
const LEAVING = /context was destroyed|Cannot find context|DiscardedBrowsingContext|no such frame|Actor .* destroyed|no such window/i;

export class Visitor {
  constructor(
    readonly window: Window,
    /** The address of the start page. */
    readonly home: string,
  ) {}

  /** Opens a path of the site and waits until the page is in a state; one that is ready has all of its places, too. */
  async visit(path = "", wanted = "ready"): Promise<void> {
    await this.window.open(new URL(path, this.home).href);
    await this.state(wanted);
    if (wanted === "ready") await this.settle();
  }

  /** Opens the page of a diagram, and waits until that is drawn and rests. */
  async visitDiagram(path: string): Promise<View> {
    await this.visit(path);
    return this.drawn();
  }

  async drawn(): Promise<View> {
    await poll(() => this.evaluate(() => "__diagram" in window), "a diagram fills the window").toBe(true);
    await poll(() => this.evaluate(() => performance.getEntriesByName("diagram-ready", "mark").length), "it is drawn").toBeGreaterThan(0);
    return this.rest();
  }

  /** Where the camera of the diagram is, once it rests. */
  rest(): Promise<View> {
    return this.evaluate(still);
  }

  /** Waits until the page says that it is in this state. */
  async state(wanted: string): Promise<void> {
    await poll(() => this.evaluate(() => document.documentElement.dataset.state), "state").toBe(wanted);
  }

  /** Moves the mouse over the page until all of it has its place: what is far down is laid out when somebody is there. */
  private async settle(): Promise<void> {
    await poll(async () => {
      await this.window.point({ x: 2, y: 400 }, { x: 2, y: 300 });
      return this.evaluate(() => document.documentElement.dataset.layout);
    }).toBe(undefined);
  }

  /** What a function says that runs in the page. It sees nothing of the test but what it is given. */
  evaluate<Given, Found>(look: (given: Given) => Found, given?: Given): Promise<Awaited<Found>> {
    // JSON tells nothing apart from what is missing.
    return this.run(`(${look})(given)`, given).then((found) => found ?? undefined) as Promise<Awaited<Found>>;
  }

  /** What an expression says in the page that is there once no page is about to give way to another. */
  private async run(expression: string, given: unknown): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.window.run(expression, given);
      } catch (error) {
        if (tries > 20 || !LEAVING.test(String(error))) throw error;
      }
    }
  }

  /** What a function says of the first part, which has to be there. */
  async of<Given, Found>(part: Part, look: (element: HTMLElement, given: Given) => Found, given?: Given): Promise<Awaited<Found>> {
    const told = { part: wanted(part), given };
    const first = `(${rendered})(given.part)[0]`;
    await poll(() => this.count(part), String(part)).toBeGreaterThan(0);
    return this.run(`(${look})(${first}, given.given)`, told) as Promise<Awaited<Found>>;
  }

  count(part: Part): Promise<number> {
    return this.run(`(${rendered})(given).length`, wanted(part)) as Promise<number>;
  }

  /** The words of every such part, without what only breaks lines. */
  texts(part: Part): Promise<string[]> {
    return this.run(`(${rendered})(given).map((element) => element.textContent.replace(/\\s+/g, " ").trim())`, wanted(part)) as Promise<string[]>;
  }

  async sees(...parts: Part[]): Promise<void> {
    for (const part of parts) await poll(() => this.count(part), String(part)).toBeGreaterThan(0);
  }

  async misses(...parts: Part[]): Promise<void> {
    for (const part of parts) await poll(() => this.count(part), String(part)).toBe(0);
  }

  /** Waits until the first part has these words. */
  async says(part: Part, words: string | RegExp): Promise<void> {
    const text = poll(async () => (await this.texts(part))[0] ?? "", String(part));
    await (typeof words === "string" ? text.toBe(words) : text.toMatch(words));
  }

  /** Waits until an attribute of the first part has a value; null where it has none. */
  async has(part: Part, name: string, value: string | null): Promise<void> {
    await poll(() => this.of(part, (element, name) => element.getAttribute(name), name), `${name} of ${part}`).toBe(value);
  }

  /** Whether a text is rendered in the page. */
  reads(text: string): Promise<boolean> {
    return this.evaluate((text) => document.body.innerText.includes(text), text);
  }

  heading(): Promise<string> {
    return this.evaluate(() => document.querySelector("h1")?.innerText.trim() ?? "");
  }

  async arrives(heading: string): Promise<void> {
    await poll(() => this.heading(), "heading").toBe(heading);
  }

  box(part: Part): Promise<Box> {
    return this.of(part, (element) => {
      const { x, y, width, height, right, bottom } = element.getBoundingClientRect();
      return { x, y, width, height, right, bottom };
    });
  }

  /** The middle of a part, once it is in view and holds still. */
  middle(part: Part): Promise<Spot> {
    return this.of(part, brought);
  }

  /** Points at the middle of a part and clicks there: a mouse that arrives may have the rest of a page laid out. */
  async click(part: Part, times = 1): Promise<void> {
    await this.window.point(await this.middle(part));
    await this.window.click(await this.middle(part), times);
  }

  async tap(part: Part): Promise<void> {
    await this.window.touch([await this.middle(part)]);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.window.press(key);
  }

  /** Puts the focus on a part, as Tab would in the end. */
  async focus(part: Part): Promise<void> {
    await this.of(part, (element) => element.focus());
    await this.focuses(part);
  }

  async focuses(part: Part): Promise<void> {
    await poll(() => this.of(part, (element) => element === document.activeElement), `focus on ${part}`).toBe(true);
  }

  search(): Promise<string> {
    return this.evaluate(() => location.search);
  }

  hash(): Promise<string> {
    return this.evaluate(() => location.hash);
  }

  top(): Promise<number> {
    return this.evaluate(() => Math.round(scrollY));
  }

  /** Waits until the page is scrolled to a place. */
  async near(y: number): Promise<void> {
    await poll(async () => Math.abs((await this.top()) - y), `scrolled to ${y}`).toBeLessThanOrEqual(2);
  }

  /** Waits until the page holds still, and says where. */
  async stopped(): Promise<number> {
    return this.evaluate(async () => {
      for (let [frames, last] = [0, scrollY]; frames < 6; ) {
        await new Promise(requestAnimationFrame);
        frames = scrollY === last ? frames + 1 : 0;
        last = scrollY;
      }
      return Math.round(scrollY);
    });
  }

  async complaints(): Promise<string[]> {
    return this.window.complaints();
  }
}
