// What a long visit leaves behind: nothing.
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";

const { projects, profile } = vivek.data;

test("fifty page changes leave no listener, and no more on the heap than before", async ({ page, open }) => {
  test.slow();
  await open();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measured = async () => {
    // What the browser itself notes of every frame and request is the browser's.
    await page.evaluate(() => {
      performance.clearMarks();
      performance.clearMeasures();
      performance.clearResourceTimings();
    });
    // Twice: what the first pass finalises the second one frees.
    for (let pass = 0; pass < 2; pass += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const walk = async () => {
    await page.getByRole("link", { name: "Full page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: projects[0]!.title })).toBeVisible();
    await page.getByRole("banner").getByRole("link", { name: profile.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: profile.name })).toBeVisible();
    await expect(page.getByRole("link", { name: "Full page" })).toBeVisible();
  };
  // What is made once and kept is made on the first walks.
  for (let at = 0; at < 15; at += 1) await walk();
  const before = await measured();
  for (let at = 0; at < 25; at += 1) await walk();
  const after = await measured();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.heap / before.heap).toBeLessThan(1.05);
});
