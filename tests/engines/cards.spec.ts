// What opens and closes on a page: cards, roles, pictures.
import { arunav, plain, vivek } from "../e2e/support/portfolios";
import { button, card, inspector } from "./support/parts";
import { expect, poll, test } from "./support/test";

const [first, second, third] = vivek.data.projects.map(({ title }) => title) as [string, string, string];

test("a click on another card shows that project beside the list instead", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  await visitor.has(card(first), "aria-expanded", "true");
  await visitor.click(card(second));
  await visitor.sees(inspector(second));
  await visitor.misses(inspector(first));
  await visitor.has(card(first), "aria-expanded", "false");
  expect((await visitor.box(inspector(second))).x).toBeGreaterThan((await visitor.box(card(second))).right);
});

test("the picture of a diagram in what a card opened leads to its page", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click("section.inspector a.thumbnail");
  await visitor.arrives(vivek.data.diagrams[0]!.title!);
});

test.describe("on a narrow window", () => {
  test.use({ taste: { width: 375, height: 740, touch: true } });

  test("Enter opens a card in its place, Space closes it, and the focus stays", async ({ visitor }) => {
    await visitor.visit();
    await visitor.misses(inspector(first));
    await visitor.focus(card(first));
    await visitor.press("Enter");
    await visitor.sees(inspector(first));
    expect((await visitor.box(inspector(first))).y).toBeGreaterThan((await visitor.box(card(first))).y);
    await visitor.press("Space");
    await visitor.misses(inspector(first));
    await visitor.focuses(card(first));
  });

  test("a tap opens a card, another one the next in its stead, and that stays in view", async ({ visitor }) => {
    await visitor.visit();
    await visitor.tap(card(first));
    await visitor.sees(inspector(first));
    await visitor.tap(card(third));
    await visitor.sees(inspector(third));
    await visitor.stopped();
    const { y, bottom } = await visitor.box(card(third));
    expect(y).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(740);
    await visitor.tap(card(third));
    await visitor.misses(inspector(third));
  });
});

test.describe("a long career", () => {
  test.use({ portfolio: "arunav-malhotra" });

  test("shows three lines of a role, unfolds the rest and folds it again by key", async ({ visitor }) => {
    const lines = arunav.data.experience![0]!.roles[0]!.achievements!.map(plain);
    await visitor.visit();
    const more = button(`Show ${lines.length - 3} more`);
    await visitor.click(more);
    const fewer = button("Show fewer");
    await visitor.has(fewer, "aria-expanded", "true");
    await visitor.focuses(fewer);
    for (const line of lines) expect(await visitor.count(["#experience li", line]), line).toBe(1);
    await visitor.press("Enter");
    await visitor.sees(more);
    await visitor.misses(["#experience li", lines.at(-1)!]);
  });
});

test.describe("pictures", () => {
  test.use({ portfolio: "gallery" });

  test("are enlarged by a press and a key, and put back by Escape and a press", async ({ visitor }) => {
    await visitor.visit("projects/loom/");
    const [enlarge, large] = [button("Enlarge: The board, from above"), button("Close: The board, from above")];
    await visitor.click(enlarge);
    await visitor.sees(large);
    await poll(() => visitor.of(large, (button) => button.querySelector("img")!.currentSrc)).toMatch(/-1600\.webp$/);
    await poll(async () => (await visitor.box(large)).width).toBeGreaterThan(1000);
    await visitor.press("Escape");
    await visitor.misses(large);
    await visitor.focus(enlarge);
    await visitor.press("Enter");
    await visitor.sees(large);
    await visitor.click(large);
    await visitor.misses(large);
  });
});
