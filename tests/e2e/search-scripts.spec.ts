// Searching in any script, and while an input method composes: a site of texts in many, whose projects and nodes are found by
// words with and without spaces between them, by ids and by aliases.
import type { CDPSession, Locator, Page } from "@playwright/test";
import { diagram, draw, node } from "./support/diagram";
import { expect, ready, test } from "./support/test";

const TITLE = "検索の図";
const labels = { a: "全文検索エンジン", b: "ระบบค้นหาเอกสาร", c: "ＡＰＩゲートウェイ", e: "Nguyễn Đặng", f: "Store" };
const portfolio = {
  profile: { name: "山田 花子", headline: "検索エンジニア" },
  technologies: [
    { id: "api", name: "ＡＰＩ" },
    { id: "go", name: "Go", aliases: ["golang", "囲碁"] },
  ],
  projects: [
    { id: "weave", title: "織機", summary: "数を織る全文検索エンジンの設計", technologies: ["go"], diagram: "d" },
    { id: "thai", title: "เอกสาร", summary: "ระบบค้นหาเอกสาร" },
    { id: "fw", title: "ＡＰＩゲートウェイ", summary: "全角の名前。", technologies: ["api"] },
    { id: "viet", title: "Nguyễn Đặng", summary: "Ngữ liệu đọc được." },
    { id: "vietnfd", title: "Trần Hợp".normalize("NFD"), summary: "Tên khác." },
    { id: "roman", title: "Ștefan Țurcanu ǎ ơ", summary: "Latin beyond." },
    { id: "ivrit", title: "מָנוֹעַ חִפּוּשׂ", summary: "בית־ספר" },
    { id: "arab", title: "مُحَرِّك الـــبحث", summary: "أدوات" },
    { id: "china", title: "全文搜索引擎", summary: "图书馆的文档" },
    { id: "plain", title: "Plain project", summary: "Nothing special." },
  ],
  diagrams: [
    {
      id: "d",
      name: "d",
      title: TITLE,
      nodes: Object.entries(labels).map(([id, label]) => ({ id: `node-${id}`, label, ...(id === "f" ? { technology: "go" } : {}) })),
      edges: [
        { source: "node-a", target: "node-b" },
        { source: "node-b", target: "node-c" },
        { source: "node-c", target: "node-e" },
        { source: "node-e", target: "node-f" },
      ],
    },
  ],
};

const title = (id: string) => portfolio.projects.find((project) => project.id === id)!.title;
const box = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const found = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button");
const field = (page: Page): Locator => diagram(page, TITLE).getByRole("search").getByRole("combobox");
const options = (page: Page): Locator => diagram(page, TITLE).getByRole("option");

/** What happens to the field, to the address and to a list from here on, until `events` is asked for. */
async function watched(input: Locator) {
  const log = await input.evaluateHandle((field: HTMLInputElement) => {
    const log = { set: 0, addresses: [] as string[] };
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!;
    Object.defineProperty(field, "value", {
      configurable: true,
      get: () => value.get!.call(field),
      set: (text: string) => {
        log.set += 1;
        value.set!.call(field, text);
      },
    });
    for (const name of ["pushState", "replaceState"] as const) {
      const own = history[name].bind(history);
      history[name] = (state, unused, url) => {
        const before = location.href;
        own(state, unused, url);
        if (location.href !== before) log.addresses.push(location.search);
      };
    }
    return log;
  });
  return () => log.jsonValue();
}

const compose = (session: CDPSession, text: string) =>
  session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

/** What an engine tells of a composition that ends in `text`, event by event, where Chromium has another order. */
const orders = {
  Firefox: ["keydown:229", "compositionend", "input", "keyup"],
  Safari: ["input:composing", "compositionend", "keydown:229"],
};

async function endAs(input: Locator, order: string[], text: string): Promise<void> {
  await input.evaluate(
    (field: HTMLInputElement, { order, text }) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(field, text);
      for (const step of order) {
        const [name, of] = step.split(":");
        const event =
          name === "input"
            ? new InputEvent(name, { bubbles: true, isComposing: of === "composing", data: text })
            : name === "compositionend"
              ? new CompositionEvent(name, { bubbles: true, data: text })
              : new KeyboardEvent(name!, { bubbles: true, cancelable: true, key: "Enter", keyCode: of ? Number(of) : 13 } as KeyboardEventInit);
        field.dispatchEvent(event);
      }
    },
    { order, text },
  );
}

test("projects are found by words of any script, by ids and by aliases", async ({ page, offer, open }) => {
  await offer(portfolio);
  await open();
  for (const [words, ids] of [
    ["検索", ["weave"]],
    ["えんじん", ["weave"]],
    ["引擎", ["china"]],
    ["ค้นหา", ["thai"]],
    ["api", ["fw"]],
    ["ＡＰＩ", ["fw"]],
    ["げーとうぇい", ["fw"]],
    ["nguyen dang", ["viet"]],
    ["NGUYỄN", ["viet"]],
    ["Trần hợp", ["vietnfd"]],
    ["tran", ["vietnfd"]],
    ["stefan turcanu a o", ["roman"]],
    ["מנוע", ["ivrit"]],
    ["البحث", ["arab"]],
    ["vietnfd", ["vietnfd"]],
    ["golang", ["weave"]],
    ["囲碁", ["weave"]],
  ] as const) {
    await box(page).fill(words);
    await expect(found(page), words).toHaveText(ids.map(title));
  }
  for (const words of ["ケート", "คนหา"]) {
    await box(page).fill(words);
    await expect(found(page), words).toHaveCount(0);
  }
});

test("nodes are found by words of any script, by ids and by aliases", async ({ page, offer, open }) => {
  await offer(portfolio);
  await open("architecture/d/");
  await diagram(page, TITLE).getByRole("button", { name: "Find a part" }).click();
  for (const [words, label] of [
    ["検索", labels.a],
    ["ค้นหา", labels.b],
    ["api", labels.c],
    ["ゲート", labels.c],
    ["nguyen dang", labels.e],
    ["node-f", labels.f],
    ["golang", labels.f],
  ] as const) {
    await field(page).fill(words);
    await expect(options(page), words).toHaveCount(1);
    await expect(options(page), words).toContainText(label);
  }
});

test("the search box is left alone while an input method composes, and a pause shows what it has so far", async ({ page, offer, open }) => {
  await offer(portfolio);
  await open();
  await box(page).focus();
  const log = await watched(box(page));
  const session = await page.context().newCDPSession(page);
  for (const text of ["k", "け", "けn", "けんさく", "検索"]) {
    await compose(session, text);
    await expect(box(page)).toHaveValue(text);
  }
  // Phones compose every word, so who waits sees something before a word is done.
  await expect(found(page)).toHaveText([title("weave")]);
  await session.send("Input.insertText", { text: "検索" });
  await expect(page).toHaveURL(/\?q=%E6%A4%9C%E7%B4%A2$/);
  await expect(found(page)).toHaveText([title("weave")]);
  await expect(box(page)).toHaveValue("検索");
  expect((await log()).set).toBe(0);
});

for (const [engine, order] of Object.entries(orders)) {
  test(`the filter takes a composition once in ${engine}'s order of events`, async ({ page, offer, open }) => {
    await offer(portfolio);
    await open();
    await box(page).focus();
    const log = await watched(box(page));
    await box(page).evaluate((field) => field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
    await endAs(box(page), order, "検索");
    await expect(found(page)).toHaveText([title("weave")]);
    expect(await log()).toEqual({ set: 0, addresses: [`?q=${encodeURIComponent("検索")}`] });
  });

  test(`Enter that ends a composition chooses no node in ${engine}'s order of events`, async ({ page, offer, open }) => {
    await offer(portfolio);
    await open("architecture/d/");
    await diagram(page, TITLE).getByRole("button", { name: "Find a part" }).click();
    await field(page).evaluate((field) => field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
    await endAs(field(page), order, "検索");
    await expect(options(page)).toHaveCount(1);
    await expect(options(page)).toContainText(labels.a);
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeHidden();
    await expect(node(diagram(page, TITLE), labels.a)).toBeFocused();
  });
}

test("the list of nodes follows what is composed, and no key of a composition chooses", async ({ page, offer, open }) => {
  await offer(portfolio);
  await open("architecture/d/");
  await diagram(page, TITLE).getByRole("button", { name: "Find a part" }).click();
  const session = await page.context().newCDPSession(page);
  await expect(options(page)).toHaveCount(Object.keys(labels).length);
  await compose(session, "検索");
  await expect(field(page)).toHaveValue("検索");
  await expect(options(page)).toHaveCount(1);
  for (const key of ["ArrowDown", "Enter", "Escape"]) {
    const event = { key, code: key, windowsVirtualKeyCode: 229 };
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    await expect(field(page), key).toBeFocused();
    await expect(options(page).first(), key).toHaveAttribute("aria-selected", "true");
  }
  await session.send("Input.insertText", { text: "検索" });
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(node(diagram(page, TITLE), labels.a)).toBeFocused();
});
