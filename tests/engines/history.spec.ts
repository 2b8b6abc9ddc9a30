// Back, forward, reload and hashes put the reader where they expect to be.
import { vivek } from "../e2e/support/portfolios";
import { card, chip, FOUND, heading, section } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { profile, projects } = vivek.data;
const ONWARD = ["section.inspector a", "Full page"] as const;

/** Scrolls by the wheel, as a reader would, and says where that led. */
async function wheel(visitor: Visitor, by: number): Promise<number> {
  const before = await visitor.top();
  await visitor.window.wheel({ x: 20, y: 500 }, { x: 0, y: by });
  await poll(async () => (await visitor.top()) !== before, "scrolled").toBe(true);
  return visitor.stopped();
}

/** Waits until the page holds still with a heading in the window, below the header. */
async function isAt(visitor: Visitor, title: string): Promise<void> {
  const look = async () => {
    await visitor.stopped();
    const [{ y, bottom }, header] = [await visitor.box(heading(title)), await visitor.box("header")];
    return y >= header.bottom && bottom <= 800;
  };
  await poll(look, `${title} is in the window`).toBe(true);
}

test("back returns to where one was, forward to where one went", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  await visitor.middle([...ONWARD]);
  const left = await wheel(visitor, 120);
  await visitor.click([...ONWARD]);
  await visitor.arrives(projects[0]!.title);
  await visitor.near(0);
  const read = await wheel(visitor, 300);
  await visitor.window.back();
  await visitor.arrives(profile.name);
  await visitor.near(left);
  await visitor.window.forward();
  await visitor.arrives(projects[0]!.title);
  await visitor.near(read);
});

test("back from a project returns to the filtered list, where it was", async ({ visitor }) => {
  await visitor.visit("?tech=express&q=queue");
  await visitor.middle([...ONWARD]);
  const left = await visitor.stopped();
  await visitor.click([...ONWARD]);
  await poll(() => visitor.evaluate(() => location.pathname)).toMatch(/\/projects\//);
  await visitor.window.back();
  await poll(() => visitor.search()).toBe("?tech=express&q=queue");
  await visitor.has(chip("Express"), "aria-pressed", "true");
  await visitor.near(left);
});

test("a reload stays where one was", async ({ visitor }) => {
  await visitor.visit();
  await wheel(visitor, 900);
  const left = await wheel(visitor, 600);
  await visitor.window.reload();
  await visitor.state("ready");
  await visitor.near(left);
});

test("back from what is no page of the site brings a page that works, again and again", { tag: "@smoke" }, async ({ site, visitor }) => {
  await visitor.visit();
  for (let times = 0; times < 4; times += 1) {
    await visitor.window.open(new URL("robots.txt", site.url).href);
    await visitor.window.back();
    await visitor.arrives(profile.name);
    await visitor.state("ready");
  }
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, /^2 of/);
});

test("back from what is no page of the site returns to where one was", async ({ site, visitor }) => {
  await visitor.visit();
  const left = await wheel(visitor, 300);
  await visitor.window.open(new URL("robots.txt", site.url).href);
  await visitor.window.back();
  await visitor.arrives(profile.name);
  await visitor.near(left);
});

test("an address with a hash opens at its section", async ({ visitor }) => {
  await visitor.visit("#skills");
  await isAt(visitor, "skills");
  expect(await visitor.top()).toBeGreaterThan(500);
});

for (const hash of ["#nothing", "#%", "#a b", "#__proto__"]) {
  test(`the hash ${hash} does no harm`, async ({ visitor }) => {
    await visitor.visit(hash);
    expect(await visitor.heading()).toBe(profile.name);
    await visitor.click(section("blog"));
    await isAt(visitor, "blog");
  });
}

test("back and forward walk through the sections that were visited", async ({ visitor }) => {
  await visitor.visit();
  for (const name of ["experience", "contact"]) {
    await visitor.click(section(name));
    await isAt(visitor, name);
  }
  await visitor.window.back();
  await poll(() => visitor.hash()).toBe("#experience");
  await isAt(visitor, "experience");
  await visitor.window.back();
  await poll(() => visitor.hash()).toBe("");
  await visitor.near(0);
  await visitor.window.forward();
  await isAt(visitor, "experience");
});

test("a section that was jumped to is where Tab goes on from", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(section("contact"));
  await visitor.focuses("#contact");
  await visitor.press("Tab");
  await poll(() => visitor.evaluate(() => Boolean(document.activeElement!.closest("#contact")))).toBe(true);
});

test("back leads step by step from a project to a technology far down that led to it", async ({ visitor }) => {
  await visitor.visit();
  const technology = ["#skills a", "Redis"] as const;
  await visitor.middle([...technology]);
  await visitor.stopped();
  // What is above may still be laid out: what counts is where the link stands in the window.
  const place = async () => Math.round((await visitor.box([...technology])).y);
  const chosen = await place();
  await visitor.click([...technology]);
  await poll(() => visitor.search()).toBe("?tech=redis");
  await visitor.near(0);
  await visitor.middle([...ONWARD]);
  const left = await visitor.stopped();
  await visitor.click([...ONWARD]);
  await poll(() => visitor.evaluate(() => location.pathname)).toMatch(/\/projects\//);
  await visitor.window.back();
  await poll(() => visitor.search()).toBe("?tech=redis");
  await visitor.near(left);
  await visitor.window.back();
  await poll(() => visitor.search()).toBe("");
  await poll(async () => Math.abs((await place()) - chosen), "where the link stood").toBeLessThanOrEqual(2);
});

test("a dozen pages later nothing has piled up", async ({ visitor }) => {
  await visitor.visit();
  const size = () => visitor.evaluate(() => document.querySelectorAll("*").length);
  const round = async () => {
    await visitor.click(card(projects[1]!.title));
    await visitor.click([...ONWARD]);
    await visitor.arrives(projects[1]!.title);
    await visitor.window.back();
    await visitor.arrives(profile.name);
    await visitor.sees(".thumbnail rect");
  };
  // The prerendered page holds more than the program makes of it later.
  await round();
  const before = await size();
  for (let times = 0; times < 5; times += 1) await round();
  await poll(size).toBe(before);
});
