// Engines of other makers show, hydrate and run the site as Chromium does, and ask for each of its files once.
import { still } from "../e2e/support/diagram";
import { vivek } from "../e2e/support/portfolios";
import type { Visitor } from "./support/engine";
import { expect, state, test } from "./support/test";

const { profile, projects, diagrams, technologies } = vivek.data;
const [diagram] = diagrams;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;

const CARD = ".project-card__title";

const PAGES: [path: string, heading: string, text: string][] = [
  ["", profile.name, profile.tagline!],
  [`projects/${projects[0]!.id}/`, projects[0]!.title, projects[0]!.summary!],
  [`architecture/${diagram!.id}/`, diagram!.title!, diagram!.nodes[0]!.label!],
  ["experience/", "Experience", vivek.data.experience![0]!.roles[0]!.title],
];

const heading = (visitor: Visitor) => visitor.evaluate(() => document.querySelector("h1")!.innerText.trim());
const count = (visitor: Visitor, selector: string) =>
  visitor.evaluate((selector) => [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length).length, selector);

/** What was asked for more often than once. */
const repeated = (asked: string[]) => asked.filter((path, at) => asked.indexOf(path) !== at);

for (const [path, title, text] of PAGES) {
  test(`/${path} is read before the program comes, hydrated as it stands, and each file is asked for once`, async ({ site, visitor }) => {
    const release = site.hold(PROGRAM);
    await visitor.open(`${site.url}${path}`);
    await state(visitor, "loading");
    await expect.poll(() => visitor.reads(text)).toBe(true);
    expect(await heading(visitor)).toBe(title);
    await visitor.evaluate(() => void ((window as any).before = document.querySelector("h1")));
    release();
    await state(visitor, "ready");
    expect(await visitor.evaluate(() => (window as any).before.isConnected), "the heading that stood there is the program's").toBe(true);
    expect(await visitor.reads(text)).toBe(true);
    await expect.poll(() => site.asked.some((path) => PROGRAM.test(path))).toBe(true);
    if (path.startsWith("architecture")) await expect.poll(() => count(visitor, "canvas")).toBeGreaterThan(0);
    expect(repeated(site.asked)).toEqual([]);
    expect(await visitor.complaints()).toEqual([]);
  });
}

test("nothing is preloaded in vain", { tag: "@firefox" }, async ({ site, engine }) => {
  // Who has been here before has the fonts at hand, and Firefox tells that the preload was of no use.
  const visitors: Visitor[] = [];
  for (const [path] of PAGES) {
    const visitor = await engine.visitor();
    visitors.push(visitor);
    await visitor.open(`${site.url}${path}`);
    await state(visitor, "ready");
  }
  // What is preloaded in vain here is told of last.
  const last = visitors.at(-1)!;
  await last.evaluate(() => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "robots.txt" }));
  });
  const told = async (of: boolean) => (await last.complaints()).filter((note) => note.includes("robots.txt") === of);
  await expect.poll(async () => (await told(true)).length, { timeout: 30_000 }).toBe(1);
  expect(await told(false)).toEqual([]);
  for (const visitor of visitors) await visitor.close();
});

test("a technology that is chosen leaves the projects that use it, and back brings all again", async ({ site, visitor }) => {
  await visitor.open(site.url);
  await state(visitor, "ready");
  expect(await count(visitor, CARD)).toBe(projects.length);
  const { id, name } = technologies.find(({ id }) => vivek.using(id).length === 1)!;
  const chips = await visitor.evaluate(() => [...document.querySelectorAll(".filter__chips button")].map((chip) => chip.firstChild!.textContent!.trim()));
  await visitor.click(`.filter__chips li:nth-child(${chips.indexOf(name) + 1}) button`);
  await expect.poll(() => visitor.evaluate(() => location.search)).toBe(`?tech=${id}`);
  await expect.poll(() => count(visitor, CARD)).toBe(1);
  await visitor.back();
  await expect.poll(() => count(visitor, CARD)).toBe(projects.length);
  expect(await visitor.complaints()).toEqual([]);
});

test("an address with a hash opens at its section", async ({ site, visitor }) => {
  await visitor.open(`${site.url}#skills`);
  await state(visitor, "ready");
  const top = () => visitor.evaluate(() => document.querySelector("#skills")!.getBoundingClientRect().top);
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(200);
  expect(await visitor.evaluate(() => scrollY)).toBeGreaterThan(500);
  expect(await visitor.complaints()).toEqual([]);
});

test("a diagram is moved, zoomed and opened with the keyboard alone", async ({ site, visitor }) => {
  await visitor.open(`${site.url}architecture/${diagram!.id}/`);
  await state(visitor, "ready");
  await expect.poll(() => count(visitor, "canvas")).toBeGreaterThan(0);
  await visitor.evaluate(still);
  // As Tab would lead there: the one stop of the picture.
  await visitor.evaluate(() => document.querySelector<HTMLElement>('[role="group"][aria-label^="Parts of "] button[tabindex="0"]')!.focus());
  const place = () => visitor.evaluate(() => {
    const { x, width } = document.activeElement!.getBoundingClientRect();
    return { x: Math.round(x), width: Math.round(width) };
  });
  const before = await place();
  await visitor.press("=");
  await expect.poll(async () => (await place()).width).toBeGreaterThan(before.width);
  const zoomed = await place();
  await visitor.press("Shift+ArrowRight");
  await expect.poll(async () => (await place()).x).toBeLessThan(zoomed.x);
  await visitor.press("Enter");
  await expect.poll(() => count(visitor, 'section[aria-label^="Details: "], [role="region"][aria-label^="Details: "]')).toBe(1);
  await visitor.press("Escape");
  await expect.poll(() => count(visitor, 'section[aria-label^="Details: "], [role="region"][aria-label^="Details: "]')).toBe(0);
  expect(await visitor.complaints()).toEqual([]);
});

test("a walk through the site shows each page with its own title", async ({ site, visitor }) => {
  await visitor.open(site.url);
  await state(visitor, "ready");
  await visitor.click(`.inspector a[href$="/projects/${projects[0]!.id}/"]`);
  await expect.poll(() => heading(visitor)).toBe(projects[0]!.title);
  expect(await visitor.evaluate(() => document.title)).toBe(`${projects[0]!.title} · ${profile.name}`);
  await visitor.back();
  await expect.poll(() => heading(visitor)).toBe(profile.name);
  expect(repeated(site.asked)).toEqual([]);
  expect(await visitor.complaints()).toEqual([]);
});
