// Pictures, a video and articles that lie beside a portfolio.
import { expectAccessibleInBothSchemes, nothing } from "./support/axe";
import { unusuals, urlOf } from "./support/machine";
import { expect, test } from "./support/test";

test.use({ baseURL: urlOf(unusuals.gallery) });

test("a portrait is there at once, and no picture of a project is fetched before it is near", async ({ page, open }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "image") fetched.push(new URL(request.url()).pathname);
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await open();
  const portrait = page.getByRole("img", { name: "Ida Galleri" });
  await expect(portrait).toBeInViewport();
  expect(await portrait.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.complete])).toEqual([400, true]);
  expect(fetched.filter((path) => path.includes("board"))).toEqual([]);
});

for (const width of [360, 1440]) {
  test(`pictures keep their place and their shape, and fit, at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open("projects/loom/");
    const board = page.getByRole("figure").getByRole("img", { name: "The board, from above" });
    const { height } = (await board.boundingBox())!;
    await board.scrollIntoViewIfNeeded();
    await expect.poll(() => board.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
    const box = (await board.boundingBox())!;
    expect(box.height).toBeCloseTo(height, 0);
    expect(box.width / box.height).toBeCloseTo(1.6, 1);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    const source = await board.evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(source).toMatch(width === 360 ? /-480\.webp$/ : /-960\.webp$/);
    await expect(page.getByRole("img", { name: "A stage" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("a picture is enlarged by a press and by a key, and put back by Escape, a press or a key", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open("projects/loom/");
  const enlarge = page.getByRole("button", { name: "Enlarge: The board, from above" });
  const large = page.getByRole("button", { name: "Close: The board, from above" });
  await enlarge.click();
  await expect(large).toBeInViewport();
  await expect.poll(() => large.getByRole("img").evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/-1600\.webp$/);
  const box = (await large.boundingBox())!;
  expect(box.width).toBeGreaterThan(1000);
  expect(box.y + box.height).toBeLessThanOrEqual(800);
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await enlarge.focus();
  await page.keyboard.press("Enter");
  await expect(large).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(large).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(large).toBeHidden();
  await enlarge.click();
  await large.click();
  await expect(large).toBeHidden();
});

test("a video waits with its poster, and is called what it shows", async ({ page, open }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open("projects/loom/");
  const video = page.getByLabel("The loom weaves");
  await video.scrollIntoViewIfNeeded();
  expect(await video.evaluate((it: HTMLVideoElement) => [it.controls, it.preload, it.paused])).toEqual([true, "none", true]);
  await expect.poll(() => asked.some((url) => /pictures\/board-.*\.webp$/.test(url))).toBe(true);
  expect(asked.filter((url) => url.endsWith(".mp4"))).toEqual([]);
});

test("an article is reached from the list, reads well, and leads back", async ({ page, open }) => {
  await open();
  const link = page.getByRole("link", { name: "Queues, a love story" });
  await expect(page.getByRole("listitem").filter({ has: link })).toContainText("1 min");
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Queues, a love story" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Backpressure" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "1V8" })).toBeVisible();
  await expect(page.locator("pre .keyword", { hasText: "fn" })).toBeVisible();
  await expect(page.getByRole("application").or(page.locator("canvas")).first()).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").click();
  await expect(link).toBeInViewport();
});

test("nothing stands in the way of anybody", async ({ page, open }) => {
  test.slow();
  const asked = nothing();
  for (const path of ["", "projects/loom/", "writing/queues/"]) {
    await open(path);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessibleInBothSchemes(page, `/${path} at ${width} px`, asked);
    }
  }
});

test("files that a link names are published", async ({ request }) => {
  for (const path of ["cv.pdf", "demo.mp4"]) expect((await request.get(path)).status(), path).toBe(200);
});
