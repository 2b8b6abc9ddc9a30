// The layout as those call it who want to measure it: `window.__diagram.layout`.
import { drawn } from "./support/diagram";
import { test as look } from "./support/look";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

type Box = { id: string; x: number; y: number; w: number; h: number };
type Answer = { nodes: Box[]; groups: Box[]; edges: { id: string; source: string; target: string; points: [number, number][] }[]; ms: number };

const graph = {
  nodes: [
    { id: "web", label: "Web", kind: "client" },
    { id: "api", label: "API", kind: "service", group: "core" },
    { id: "db", label: "Database", kind: "database", group: "core" },
  ],
  edges: [
    { id: "ask", source: "web", target: "api", label: "asks" },
    { id: "keep", source: "api", target: "db" },
    { id: "tell", source: "db", target: "web" },
  ],
  groups: [{ id: "core", label: "Core" }],
};

const layout = (page: Page, given: unknown): Promise<Answer> => page.evaluate((given) => (window as any).__diagram.layout(given), given);

look.beforeEach(async ({ page, open }) => {
  await open(vivek.at(`architecture/${vivek.data.diagrams[0]!.id}/`));
  await drawn(page);
});

for (const [form, given] of [["an object", graph], ["a text", JSON.stringify(graph)]] as const) {
  look(`a graph given as ${form} is laid out`, async ({ page }) => {
    const { nodes, groups, edges, ms } = await layout(page, given);
    expect(nodes.map(({ id }) => id)).toEqual(["web", "api", "db"]);
    expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual(graph.edges.map(({ id, source, target }) => [id, source, target]));
    expect(edges.every(({ points }) => points.length >= 2)).toBe(true);
    const [web, api, db] = nodes as [Box, Box, Box];
    const apart = (a: Box, b: Box) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
    const within = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
    expect(apart(web, api) && apart(api, db) && apart(web, groups[0]!), "nothing overlaps").toBe(true);
    expect(within(api, groups[0]!) && within(db, groups[0]!), "the boundary holds its parts").toBe(true);
    expect(web.x, "it reads from left to right").toBeLessThan(api.x);
    expect(ms).toBeGreaterThanOrEqual(0);
  });
}

for (const [what, given, reason] of [
  ["no JSON", "{", /line 1/],
  ["nothing to lay out", { nodes: [] }, /node/],
] as const) {
  look(`${what} is answered by an error that says why`, async ({ page }) => {
    await expect(layout(page, given)).rejects.toThrow(reason);
  });
}
