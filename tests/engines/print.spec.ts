// On paper nothing can be pressed: what is for hands is left out, and what counts is there, black on white.
import { extractText, getDocumentProxy } from "unpdf";
import { plain, vivek } from "../e2e/support/portfolios";
import { scheme } from "./support/parts";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { profile, projects, diagrams, experience, contact } = vivek.data;

// What a line break may take away or add.
const dense = (text: string) => text.replace(/[\s\u00ad-]/g, "").toLowerCase();

async function sheets(visitor: Visitor): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await visitor.window.pdf())), { mergePages: false });
  return text.map(dense);
}

test("the start page leaves out what is for hands, and shows what counts", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  await visitor.window.paper();
  await visitor.misses("nav[aria-label=Sections]", "search", "canvas", "button", "input");
  await visitor.sees("h1", "#experience h3", "#contact a[href^='mailto:']");
  for (const { title } of projects) await visitor.sees([".project-card__title", title]);
});

test("a dark screen prints black on white", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(scheme("Dark"));
  await visitor.window.paper();
  const [ink, ground] = await visitor.evaluate(() => {
    const of = (element: Element, name: "color" | "backgroundColor") => Math.max(...getComputedStyle(element)[name].match(/[\d.]+/g)!.slice(0, 3).map(Number));
    return [of(document.querySelector("h1")!, "color"), of(document.documentElement, "backgroundColor")];
  });
  expect(ink).toBeLessThan(60);
  expect(ground).toBeGreaterThan(240);
});

for (const [what, path, seen] of [
  ["a project", `projects/${projects[0]!.id}/`, ["h1", ".markdown"]],
  ["the experience", "experience/", ["h1", "main h2"]],
  ["a diagram", `architecture/${diagrams[0]!.id}/`, ["h1"]],
] as const) {
  test(`the page of ${what} leaves out what is for hands`, async ({ visitor }) => {
    await visitor.visit(path);
    if (path.startsWith("architecture")) await visitor.drawn();
    await visitor.window.paper();
    await visitor.misses("nav[aria-label=Sections]", "button", "select", "input");
    await visitor.sees(...seen);
  });
}

test("the start page is a résumé of at most two sheets whose words are text, in order", { tag: "@not-webkit" }, async ({ visitor }) => {
  await visitor.visit();
  const printed = await sheets(visitor);
  expect(printed.length).toBeLessThanOrEqual(2);
  const text = printed.join("");
  const wanted = [
    profile.name,
    ...projects.map(({ title }) => title),
    ...experience!.flatMap(({ roles }) => roles.flatMap(({ title, achievements }) => [title, ...(achievements ?? [])])),
    contact!.email!,
  ].map((line) => dense(plain(line)));
  for (const line of wanted) expect.soft(text).toContain(line);
  expect(text.indexOf(wanted[0]!)).toBeLessThan(80);
  expect(text).not.toMatch(/skiptocontent|copyaddress|clearfilters|fullpage/);
});

test("a diagram is drawn whole on the first sheet, and told on the next ones", { tag: "@not-webkit" }, async ({ visitor }) => {
  const { id, title, nodes } = diagrams[0]!;
  await visitor.visitDiagram(`architecture/${id}/`);
  const printed = await sheets(visitor);
  expect(printed[0]).toContain(dense(title!));
  for (const { label } of nodes) expect.soft(printed[0], label).toContain(dense(label!));
  expect(printed.slice(1).join("")).toContain("connections");
});
