// A window that puppeteer drives: by Chromium's own protocol, or by WebDriver BiDi.
import type { KeyInput, Page } from "puppeteer-core";
import { keysOf, type Spot, type Window } from "./engine";

/** What each browser is asked in its own way. */
export type Own = Pick<Window, "open" | "paper" | "folder" | "close"> & {
  /** Goes back (-1) or forward (1) in the history. */
  travel(by: -1 | 1): Promise<unknown>;
  /** What the browser has noted of a site, beside what the page itself told. */
  noted(origin: string): Promise<string[]>;
  /** What a shortcut does beside being pressed, where the protocol leaves that out. */
  commands?(keys: string): string[];
};

export function puppet(page: Page, own: Own): Window {
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "assert") said.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => said.push(`uncaught: ${error}`));
  const { mouse, keyboard, touchscreen } = page;

  const point = async (...path: Spot[]) => {
    for (const { x, y } of path) await mouse.move(x, y);
  };
  return {
    open: own.open,
    async reload() {
      await page.reload({ waitUntil: "domcontentloaded" });
    },
    async back() {
      await own.travel(-1);
    },
    async forward() {
      await own.travel(1);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    run: (expression, given) => page.evaluate(new Function("given", `return ${expression}`) as (given: unknown) => unknown, given),
    point,
    click: ({ x, y }, count) => mouse.click(x, y, { count }),
    async drag(from, ...path) {
      await point(from!);
      await mouse.down();
      await point(...path);
      await mouse.up();
    },
    async wheel(at, { x, y }, held) {
      await point(at);
      if (held) await keyboard.down(held);
      await mouse.wheel({ deltaX: x, deltaY: y });
      if (held) await keyboard.up(held);
    },
    async touch(first, ...path) {
      const fingers = [];
      for (const { x, y } of first!) fingers.push(await touchscreen.touchStart(x, y));
      for (const spots of path) for (const [at, { x, y }] of spots.entries()) await fingers[at]!.move(x, y);
      for (const finger of fingers) await finger.end();
    },
    async press(keys) {
      const { held, key } = keysOf(keys);
      for (const modifier of held) await keyboard.down(modifier as KeyInput);
      await keyboard.press((key === "Space" ? " " : key) as KeyInput, { commands: own.commands?.(keys) });
      for (const modifier of held) await keyboard.up(modifier as KeyInput);
    },
    type: (text) => keyboard.type(text),
    paper: own.paper,
    pdf: () => page.pdf({ format: "A4", preferCSSPageSize: true }),
    folder: own.folder,
    complaints: async () => [...said, ...(await own.noted(new URL(page.url()).origin))],
    close: own.close,
  };
}
