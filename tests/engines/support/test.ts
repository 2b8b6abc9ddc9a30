// The `test` of the engines: a site that counts, and a visitor nobody has seen before.
import { test as base, expect } from "@playwright/test";
import { chromium } from "./chromium";
import { type Browser, type Taste, usual } from "./engine";
import { firefox } from "./firefox";
import type { Built } from "./machine";
import { Site } from "./site";
import { poll, Visitor } from "./visitor";
import { webkit } from "./webkit";

export type Kind = "chromium" | "firefox" | "webkit";

const engines = { chromium, firefox, webkit };

type Each = {
  /** Which site is visited. */
  portfolio: Built;
  /** What differs from the usual window and wishes. */
  taste: Partial<Taste>;
  /** Set where complaints of the browser are what the test provokes. */
  forgiving: boolean;
  site: Site;
  visitor: Visitor;
};

export const test = base.extend<Each, { kind: Kind; engine: Browser }>({
  portfolio: ["vivek", { option: true }],
  taste: [{}, { option: true }],
  forgiving: [false, { option: true }],
  kind: ["chromium", { option: true, scope: "worker" }],

  engine: [
    async ({ kind }, use) => {
      const engine = await engines[kind]();
      await use(engine);
      await engine.close();
    },
    { scope: "worker" },
  ],

  site: async ({ kind, portfolio }, use) => {
    const site = await Site.start(portfolio, { probe: kind === "webkit" });
    await use(site);
    await site.stop();
  },

  visitor: async ({ engine, site, taste, forgiving }, use) => {
    const window = await engine.window({ ...usual, ...taste });
    await use(new Visitor(window, site.url));
    const complaints = forgiving || taste.scripts === false ? [] : await window.complaints();
    await window.close();
    expect(complaints, "the browser complained").toEqual([]);
  },
});

export { expect, poll };
