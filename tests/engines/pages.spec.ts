// Every kind of page is read before the program comes, is hydrated as it stands, and asks for each of its files once.
import { readFileSync } from "node:fs";
import { arunav, plain, sharvil, vivek } from "../e2e/support/portfolios";
import type { Built } from "./support/machine";
import { card, section } from "./support/parts";
import { expect, poll, test } from "./support/test";
import { Visitor } from "./support/visitor";
import { usual } from "./support/engine";

const { profile, projects, diagrams } = vivek.data;
const [diagram] = diagrams;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;
const gallery = JSON.parse(readFileSync("tests/e2e/data/gallery/portfolio.json", "utf8"));

const PAGES: [portfolio: Built, path: string, heading: string, text: string][] = [
  ["vivek", "", profile.name, profile.tagline!],
  ["vivek", `projects/${projects[0]!.id}/`, projects[0]!.title, projects[0]!.summary!],
  ["vivek", `architecture/${diagram!.id}/`, diagram!.title!, diagram!.nodes[0]!.label!],
  ["vivek", "architecture/", diagram!.title!, diagram!.nodes[0]!.label!],
  ["vivek", "experience/", "Experience", vivek.data.experience![0]!.roles[0]!.title],
  ["sharvil-kadam", "", sharvil.data.profile.name, plain(sharvil.data.profile.tagline!)],
  ["sharvil-kadam", `architecture/${sharvil.data.diagrams[0]!.id}/`, sharvil.data.diagrams[0]!.title!, sharvil.data.diagrams[0]!.nodes[0]!.label!],
  ["arunav-malhotra", "", arunav.data.profile.name, plain(arunav.data.profile.tagline!)],
  ["arunav-malhotra", "experience/", "Experience", arunav.data.experience![0]!.roles[0]!.title],
  ["gallery", "", "Ida Galleri", "Queues, a love story"],
  ["gallery", "projects/loom/", gallery.projects[0].title, "quoted, twice"],
  ["gallery", "writing/queues/", "Queues, a love story", "Backpressure"],
];

/** What was asked for more often than once. */
const repeated = (asked: string[]) => asked.filter((path, at) => asked.indexOf(path) !== at);

/** Opens a page whose program is kept back, looks at it, lets the program come, and looks again. */
async function readTwice(visitor: Visitor, release: () => void, path: string, title: string, text: string): Promise<void> {
  await visitor.visit(path, "loading");
  await poll(() => visitor.reads(text)).toBe(true);
  expect(await visitor.heading()).toBe(title);
  await visitor.evaluate(() => void ((window as any).before = document.querySelector("h1")));
  release();
  await visitor.state("ready");
  expect(await visitor.evaluate(() => (window as any).before.isConnected), "the heading that stood there is the program's").toBe(true);
  expect(await visitor.reads(text)).toBe(true);
}

for (const [portfolio, path, title, text] of PAGES) {
  test.describe(portfolio, { tag: path === "" && portfolio === "vivek" ? "@smoke" : [] }, () => {
    test.use({ portfolio });

    test(`/${path} is read before the program comes, hydrated as it stands, and each file is asked for once`, async ({ kind, site, visitor }) => {
      await readTwice(visitor, site.hold(PROGRAM), path, title, text);
      if (path.startsWith("architecture")) await visitor.sees("canvas");
      await poll(() => site.asked.some((path) => PROGRAM.test(path))).toBe(true);
      // WebKit asks again for a picture that is a video's poster, too.
      const posters = kind === "webkit" ? await visitor.evaluate(() => [...document.querySelectorAll("video")].map(({ poster }) => new URL(poster).pathname)) : [];
      expect(repeated(site.asked).filter((path) => !posters.includes(path))).toEqual([]);
    });
  });
}

test.describe("an address that has no page", () => {
  // Chromium tells of the answer's status.
  test.use({ forgiving: true });

  test("is said, before the program comes and after, and leads on", async ({ site, visitor }) => {
    await readTwice(visitor, site.hold(PROGRAM), "nowhere/", "Page not found", profile.name);
    await visitor.click("header a");
    await visitor.arrives(profile.name);
  });
});

test("a walk through the site shows each page with its own title, from its top, and back again", { tag: "@smoke" }, async ({ site, visitor }) => {
  await visitor.visit();
  const walked: [string, string, () => Promise<void>][] = [
    [projects[0]!.title, `${projects[0]!.title} · ${profile.name}`, () => visitor.click(["section.inspector a", "Full page"])],
    [profile.name, `${profile.name} · ${profile.headline}`, () => visitor.click("header a")],
    [diagram!.title!, `${diagram!.title}: diagram · ${profile.name}`, () => visitor.click("section.inspector a.thumbnail")],
    [profile.name, `${profile.name} · ${profile.headline}`, () => visitor.click("header a")],
    ["Experience", `Experience · ${profile.name}`, () => visitor.click("#experience a[href$='/experience/']")],
  ];
  for (const [title, name, go] of walked) {
    await go();
    await visitor.arrives(title);
    await poll(() => visitor.evaluate(() => document.title)).toBe(name);
    await visitor.near(0);
    expect(await visitor.evaluate(() => document.activeElement!.matches("main, h1")), "the new page has the focus").toBe(true);
  }
  for (const [title] of walked.slice(0, -1).reverse()) {
    await visitor.window.back();
    await visitor.arrives(title);
  }
  expect(repeated(site.asked)).toEqual([]);
});

test("a project's page leads back to the list, and from there to the next one", async ({ visitor }) => {
  await visitor.visit(`projects/${projects[1]!.id}/`);
  await visitor.click(["[aria-label=Breadcrumb] a", "projects"]);
  await visitor.arrives(profile.name);
  await visitor.sees(card(projects[1]!.title));
  expect(await visitor.hash()).toBe("#projects");
  await visitor.click(section("blog"));
  await poll(() => visitor.hash()).toBe("#blog");
});

test.describe("while the program is on its way", () => {
  // Firefox tells of what was still being fetched when one left.
  test.use({ forgiving: true });

  test("a link that is pressed leads on as a file", async ({ site, visitor }) => {
    site.hold(PROGRAM);
    await visitor.visit("", "loading");
    await visitor.click([".project-card__title a", projects[1]!.title]);
    await visitor.arrives(projects[1]!.title);
    expect(site.asked.filter((path) => path.endsWith("/"))).toEqual(["/", `/projects/${projects[1]!.id}/`]);
  });
});

test.describe("without scripts", () => {
  test.use({ taste: { scripts: false } });

  test("a page is read in full, and shows no control", { tag: "@not-webkit" }, async ({ site, visitor }) => {
    for (const [path, text] of [["", profile.tagline!], [`projects/${projects[0]!.id}/`, projects[0]!.summary!], [`architecture/${diagram!.id}/`, diagram!.nodes[0]!.label!]]) {
      await visitor.window.open(`${site.url}${path}`);
      await poll(() => visitor.reads(text!), text).toBe(true);
      // The style sheet may come after the words.
      await visitor.misses("input", "select", "button:enabled");
    }
    expect(site.asked.filter((path) => PROGRAM.test(path))).toEqual([]);
  });
});

test("nothing is preloaded in vain", { tag: "@firefox" }, async ({ site, engine }) => {
  // Who has been here before has the fonts at hand, and Firefox tells that the preload was of no use.
  const visitors: Visitor[] = [];
  for (const [, path] of PAGES.filter(([portfolio]) => portfolio === "vivek")) {
    const visitor = new Visitor(await engine.window(usual), site.url);
    visitors.push(visitor);
    await visitor.visit(path);
  }
  // What is preloaded in vain here is told of last.
  const last = visitors.at(-1)!;
  await last.evaluate(() => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "robots.txt" }));
  });
  const told = async (of: boolean) => (await last.complaints()).filter((note) => note.includes("robots.txt") === of);
  await expect.poll(async () => (await told(true)).length, { timeout: 30_000 }).toBe(1);
  expect(await told(false)).toEqual([]);
  for (const visitor of visitors) await visitor.window.close();
});
