// Pages that somebody changes: extensions before the program comes, translators and others while it runs. tests/browser/hydration.rs
// holds the rules; here they are held on the pages that a site has.
import { vivek } from "./support/portfolios";
import { expect, ready, started, test } from "./support/test";
import type { Page } from "@playwright/test";

const [project] = vivek.data.projects;
const [diagram] = vivek.data.diagrams;
const PAGES = ["", `projects/${project!.id}/`, `architecture/${diagram!.id}/`, "experience/"];

/** Has a script change `#app` once it has been read, before the program comes. */
const meddle = (page: Page, code: string) =>
  page.addInitScript(`addEventListener("DOMContentLoaded", () => { const root = document.querySelector("#app"); ${code} });`);

/** All that the program shows, without the space between. Of diagrams in words it knows nothing and leaves them as they came. */
const words = (page: Page) =>
  page.locator("#app").evaluate((app) => {
    const own = app.cloneNode(true) as Element;
    for (const words of own.querySelectorAll(".diagram__text, .diagram__picture, .thumbnail__picture, .project-page__drawing")) words.remove();
    return own.textContent!.replace(/\s+/g, "");
  });

/** What a press of the first chip leads to. */
async function filtered(page: Page): Promise<string[]> {
  await page.locator(".chip").first().click();
  await expect(page.locator(".chip").first()).toHaveAttribute("aria-pressed", "true");
  return page.locator(".filter__status, .chip, #app h3").allInnerTexts();
}

/** A page translator of the usual kind: each text gives way to an element. */
const translate = () => {
  const walk = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    if (text.data.trim() && !text.parentElement!.closest(".notranslate, [translate=no]")) texts.push(text);
  }
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
};

const WAYS: [what: string, code: string][] = [
  ["takes out every comment", "const walk = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT), all = []; while (walk.nextNode()) all.push(walk.currentNode); for (const comment of all) comment.remove();"],
  ["wraps a word of each title", "for (const title of root.querySelectorAll('h1, h2, h3, h3 *')) for (const text of [...title.childNodes]) if (text.nodeType === 3 && text.data.trim()) { const word = text.splitText(1), around = document.createElement('span'); word.replaceWith(around); around.append(word); }"],
  ["puts an element first", "root.prepend(document.createElement('div'));"],
  ["puts an element beside the field to type in", "(root.querySelector('input[type=search]') ?? root.querySelector('template'))?.before(document.createElement('div'));"],
  ["puts an icon into every button", "for (const button of root.querySelectorAll('button')) button.prepend(document.createElement('span'));"],
  ["puts a button before every button", "for (const button of root.querySelectorAll('button')) button.before(Object.assign(document.createElement('button'), { textContent: 'Save' }));"],
  ["takes a heading away", "root.querySelector('h2')?.remove();"],
];

for (const [what, code] of WAYS) {
  test(`an extension that ${what} leaves every page with its words and its program`, async ({ page, open }) => {
    for (const path of PAGES) {
      await open(path);
      const before = await words(page);
      await page.evaluate(() => void ((window as any).isClean = true));
      await meddle(page, code);
      await open(path);
      expect(await page.evaluate(() => "isClean" in window)).toBe(false);
      // The press of a key that does nothing wakes all of the page.
      await page.keyboard.press("Shift");
      await expect.poll(() => words(page), `/${path}`).toBe(before);
    }
  });
}

test("chips say and do the same on a page that an extension has changed", async ({ page, open, context }) => {
  await open();
  const expected = await filtered(page);
  for (const [what, code] of WAYS) {
    const changed = await context.newPage();
    await meddle(changed, code);
    await changed.goto("");
    await ready(changed);
    expect(await filtered(changed), `an extension that ${what}`).toEqual(expected);
    await changed.close();
  }
});

test("random changes before the program comes leave every page as it should be", async ({ page, open, context }) => {
  test.slow();
  const CHANGE = `
    let state = SEED * 2654435761 + 1;
    const pick = (n) => { state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0; return (state >>> 0) % n; };
    const element = () => Object.assign(document.createElement(["div", "span", "button", "p"][pick(4)]), { textContent: ["", "foreign"][pick(2)] });
    const ways = [
      (node) => node.remove(), (node) => node.after(element()), (node) => node.before("foreign"), (node) => node.parentNode.append(node),
      (node) => { const around = document.createElement("span"); node.replaceWith(around); around.append(node); },
      (node) => node.nodeType === 3 && (node.data = node.data + "x"), (node) => node.nodeType === 1 && node.setAttribute("data-extension", ""),
    ];
    for (let times = 0; times < 12; times += 1) {
      const walk = document.createTreeWalker(root), all = [];
      while (walk.nextNode()) if (walk.currentNode.nodeType !== 8 && !walk.currentNode.parentElement.closest("script")) all.push(walk.currentNode);
      ways[pick(ways.length)](all[pick(all.length)]);
    }`;
  for (const [at, path] of PAGES.entries()) {
    await open(path);
    await page.keyboard.press("Shift");
    const before = await words(page);
    for (let seed = 1; seed <= 8; seed += 1) {
      const changed = await context.newPage();
      const errors: string[] = [];
      changed.on("pageerror", (error) => errors.push(error.message));
      await meddle(changed, CHANGE.replace("SEED", String(seed * 10 + at)));
      await changed.goto(path);
      await ready(changed);
      await changed.keyboard.press("Shift");
      await expect.poll(() => words(changed), `/${path}, seed ${seed * 10 + at}`).toBe(before);
      expect(errors).toEqual([]);
      await changed.close();
    }
  }
});

test("on a translated page every change is seen, once", async ({ page, open }) => {
  await open();
  await page.evaluate(translate);
  const names = await page.locator(".radar svg text").allTextContents();
  expect(names.join(""), "a picture's words are left alone, which no other element can be in").not.toContain("«");
  const all = vivek.data.projects.length;
  const { id, name } = vivek.data.technologies!.find((technology) => vivek.using(technology.id).length === 1)!;
  const found = vivek.using(id).length;
  const chip = page.locator(".chip").filter({ hasText: name }).first();
  await chip.click();
  await expect(page.locator(".filter__status")).toHaveText(`${found} of ${all} entries`);
  await expect(chip).toHaveText(new RegExp(`^[«]?${name}\\W*[«]?${found}[»]?$`));
  await page.getByRole("button", { name: /Clear filters/ }).click();
  await expect(page.locator(".filter__status")).toHaveText(`${all} entries`);

  await open(`architecture/${diagram!.id}/`);
  await expect(page.locator("canvas").first()).toBeVisible();
  const percent = page.locator(".diagram__percent");
  const before = Number.parseInt((await percent.textContent())!);
  await page.evaluate(translate);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(async () => Number.parseInt((await percent.textContent())!)).toBeGreaterThan(before);
});

for (const motion of ["reduce", "no-preference"] as const) {
  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    test(`a link to words, a search in the page, the focus and a script find what they look for, ${width} px wide, motion ${motion}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
      await page.setViewportSize({ width, height });
      const last = page.locator("#app .section").last().getByText(vivek.data.contact!.email!).first();
      const words = vivek.data.contact!.email!;
      const ways: [string, () => Promise<unknown>][] = [
        ["a link to words", () => page.goto(`#:~:text=${encodeURIComponent(words)}`)],
        ["a search", () => page.evaluate((words) => (window as any).find(words, true, true), words)],
        ["the focus", () => last.evaluate((element) => element.focus())],
        ["a script", () => last.evaluate((element) => element.scrollIntoView({ block: "center" }))],
      ];
      for (const [what, go] of ways) {
        await page.goto("about:blank");
        if (what !== "a link to words") {
          await page.goto("");
          await started(page);
          // By then all of it has its place.
          await expect(page.locator("html")).not.toHaveAttribute("data-layout");
        }
        await go();
        await expect.poll(() => last.evaluate((element) => element.getBoundingClientRect().top + scrollY > innerHeight), what).toBe(true);
        // It comes to rest in the window.
        let top = NaN;
        await expect.poll(async () => {
          const before = top;
          top = await last.evaluate((element) => element.getBoundingClientRect().top);
          return top === before && top >= 0 && top < height;
        }, what).toBe(true);
      }
    });
  }
}
