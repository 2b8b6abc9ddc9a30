// The icons of technologies: one file that comes after a diagram is drawn, and takes the place of some signs.
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { control, details, diagram, draw, drawn, node, rest } from "./support/diagram";
import { hold } from "./support/hold";
import { sites } from "./support/machine";
import { bundled, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const { id, title = "", nodes } = vivek.data.diagrams[0]!;
const full = vivek.at(`architecture/${id}/`);
const FILE = /\/icons-[0-9a-f]{16}\.svg$/;

const name = readdirSync(sites.root.dist).find((name) => FILE.test(`/${name}`))!;
const sprite = readFileSync(join(sites.root.dist, name), "utf8");
const icons = new Map([...sprite.matchAll(/<symbol id="([^"]+)".*? d="([^"]+)"/g)].map(([, name, data]) => [name!, data!]));

/** Saves the diagram of the page as SVG and reads that. */
async function saved(page: Page): Promise<string> {
  const window = diagram(page, title);
  await window.getByRole("group", { name: "Tools" }).getByRole("button", { name: "Save or share" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as SVG" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  await page.keyboard.press("Escape");
  return text;
}

test("every technology of a bundled diagram has its icon, or is known to have none", () => {
  // What simple-icons has not: some were withdrawn, as all of Amazon's, and some are no product.
  const none = [
    "aws", "aws-lambda", "dynamodb", "kinesis", "sns", "sqs", "recaptcha",
    "analytics", "ci-cd", "distributed-tracing", "event-driven", "feature-management", "health-checks",
    "indexing-strategies", "load-balancing", "microservices", "ml-scoring", "query-optimisation", "sms-email-apis",
  ];
  const [without, used] = [new Set<string>(), new Set<string>()];
  for (const { data } of bundled) {
    for (const { technology } of data.diagrams.flatMap((diagram) => diagram.nodes)) {
      const called = ({ id, name, aliases = [] }: (typeof data.technologies)[number]) =>
        [id, name, ...aliases].some((word) => word.toLowerCase() === technology?.toLowerCase());
      const entry = data.technologies.find(called);
      if (!entry) continue;
      if (entry.icon && icons.has(entry.icon)) used.add(entry.icon);
      else without.add(entry.id);
    }
  }
  expect([...without].sort()).toEqual(none.sort());
  // The examples of a hardware engineer and in two languages have one more each.
  expect([...icons.keys()].sort(), "and nothing else is in the file").toEqual([...used, "rust", "typescript"].sort());
});

test("the icons come once for all diagrams, and only when one is drawn", { tag: "@base" }, async ({ page, open }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("icons")) asked.push(request.url());
  });
  await open(vivek.at("experience/"));
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await page.getByRole("banner").getByRole("link").first().click();
  for (const { title } of vivek.data.diagrams) await draw(page, title!);
  await drawn(page);
  await page.waitForLoadState("networkidle");
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(FILE);
});

test("icons take the place of signs in the drawing, in what is saved of it and in the details", async ({ page, open }) => {
  const come = page.waitForResponse(FILE);
  await open(full);
  await rest(page);
  await come;
  const of = (technology?: string) => icons.get(vivek.data.technologies.find(({ id }) => id === technology)?.icon ?? "");
  const drawings = nodes.map(({ technology }) => of(technology)).filter((data) => data !== undefined);
  expect(drawings.length).toBeGreaterThan(5);
  await expect(async () => {
    const text = await saved(page);
    for (const data of new Set(drawings)) {
      expect(text.split(` d="${data}"`)).toHaveLength(1 + drawings.filter((other) => other === data).length);
    }
  }).toPass();
  await node(diagram(page, title), "Hot cache").focus();
  await page.keyboard.press("Enter");
  await expect(details(diagram(page, title), "Hot cache").locator(`path[d="${icons.get("redis")}"]`)).toBeVisible();
});

test.describe("when the icons can't be had", () => {
  test.use({ forgiving: true });

  for (const [what, answer] of [
    ["are missing", { status: 404 }],
    ["are something else", { body: "<!doctype html><title>Welcome</title>" }],
  ] as const) {
    test(`because they ${what}, the diagram is drawn with the signs of its kinds and nothing is said`, async ({ page, open }) => {
      await page.route(FILE, (route) => route.fulfill(answer));
      const come = page.waitForResponse(FILE);
      await open(full);
      await rest(page);
      await come;
      const text = await saved(page);
      for (const data of icons.values()) expect(text).not.toContain(data);
      for (const { label } of nodes) expect(text).toContain(`>${label!.split(" ")[0]!.replace("&", "&amp;")}`);
      await expect(diagram(page, title).getByRole("alert")).toHaveCount(0);
    });
  }
});

test("the page is drawn before its icons arrive", async ({ page, open }) => {
  const release = await hold(page, FILE);
  await open(full);
  await rest(page);
  await control(diagram(page, title), /^Zoom to 100/).click();
  await rest(page);
  const picture = () => diagram(page, title).locator("canvas").screenshot();
  const before = await picture();
  release();
  await expect.poll(async () => (await picture()).equals(before), "the icons show").toBe(false);
});
