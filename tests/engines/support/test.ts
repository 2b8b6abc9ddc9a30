// The `test` of the engines: a site that counts, and a visitor nobody has seen before.
import { test as base, expect } from "@playwright/test";
import type { Browser, Visitor } from "./engine";
import { firefox } from "./firefox";
import { Site } from "./site";
import { webkit } from "./webkit";

type Kind = "firefox" | "webkit";

export const test = base.extend<{ site: Site; visitor: Visitor }, { kind: Kind; engine: Browser }>({
  kind: ["firefox", { option: true, scope: "worker" }],

  engine: [
    async ({ kind }, use) => {
      const engine = await (kind === "firefox" ? firefox() : webkit());
      await use(engine);
      await engine.close();
    },
    { scope: "worker" },
  ],

  site: async ({ kind }, use) => {
    const site = await Site.start({ probe: kind === "webkit" });
    await use(site);
    await site.stop();
  },

  visitor: async ({ engine }, use) => {
    const visitor = await engine.visitor();
    await use(visitor);
    await visitor.close();
  },
});

/** Waits until the page says that it is in this state. */
export async function state(visitor: Visitor, wanted: string): Promise<void> {
  await expect.poll(() => visitor.evaluate(() => document.documentElement.dataset.state)).toBe(wanted);
}

export { expect };
