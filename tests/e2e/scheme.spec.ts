// Light, dark, or as the system says; remembered, and right from the first paint.
import { bundled, everyField, ownPortfolio } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import type { Page } from "@playwright/test";

const choose = (page: Page, name: string) =>
  page.getByRole("group", { name: "Colour scheme" }).getByRole("button", { name }).click();

/** The ground's luminance, 0 (black) to 255: what the page looks like, whatever the tokens are called. */
const ground = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d")!;
    const painted = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    canvas.fillStyle = painted.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "white";
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return Math.round(0.2126 * red! + 0.7152 * green! + 0.0722 * blue!);
  });

const expectGround = async (page: Page, scheme: "light" | "dark") => {
  if (scheme === "light") await expect.poll(() => ground(page)).toBeGreaterThan(200);
  else await expect.poll(() => ground(page)).toBeLessThan(50);
};

const other = { light: "dark", dark: "light" } as const;

for (const system of ["light", "dark"] as const) {
  test.describe(`with a ${system} system`, () => {
    test.use({ colorScheme: system });

    test("a first visit looks like the system, and follows it", async ({ page, open }) => {
      for (const portfolio of bundled) {
        await page.emulateMedia({ colorScheme: system });
        await open(portfolio.at());
        await expectGround(page, system);
        await page.emulateMedia({ colorScheme: other[system] });
        await expectGround(page, other[system]);
      }
    });

    test(`choosing ${other[system]} holds on other pages, after a reload and in another visit`, async ({ page, open }) => {
      await open();
      const name = other[system] === "light" ? "Light" : "Dark";
      await choose(page, name);
      const chosen = page.getByRole("button", { name, exact: true });
      await expect(chosen).toHaveAttribute("aria-pressed", "true");
      await expect(page.getByRole("button", { name: "System", exact: true })).toHaveAttribute("aria-pressed", "false");
      await expectGround(page, other[system]);
      await open("experience/");
      await expectGround(page, other[system]);
      await page.reload();
      await ready(page);
      await expectGround(page, other[system]);
      await expect(chosen).toHaveAttribute("aria-pressed", "true");
      const visit = await page.context().newPage();
      await visit.goto(page.url());
      await ready(visit);
      await expectGround(visit, other[system]);
    });

    test("System gives the choice back", async ({ page, open }) => {
      await open();
      await choose(page, other[system] === "light" ? "Light" : "Dark");
      await choose(page, "System");
      await expectGround(page, system);
      await page.reload();
      await ready(page);
      await expectGround(page, system);
    });

    test("no frame of a start shows the scheme that was not chosen", async ({ page }) => {
      await page.addInitScript((chosen) => {
        localStorage.setItem("vitrine.scheme", chosen);
        const seen = ((window as any).seen = new Set<string>());
        const look = () => {
          for (const element of [document.documentElement, document.body]) {
            if (element) seen.add(getComputedStyle(element).backgroundColor);
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, other[system]);
      await page.goto("");
      await ready(page);
      const seen: string[] = await page.evaluate(() => [...(window as any).seen]);
      const shown = seen.filter((colour) => !colour.startsWith("rgba"));
      expect(shown.length).toBeGreaterThan(0);
      for (const colour of shown) {
        const brightest = Math.max(...colour.match(/\d+/g)!.slice(0, 3).map(Number));
        if (other[system] === "dark") expect(brightest, colour).toBeLessThan(60);
        else expect(brightest, colour).toBeGreaterThan(200);
      }
    });
  });
}

test("the choice is made by keyboard as well", async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open();
  await page.getByRole("button", { name: "Dark", exact: true }).focus();
  await page.keyboard.press("Space");
  await expectGround(page, "dark");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Light", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectGround(page, "light");
});

test("a portfolio may ask for a scheme on the first visit; a visitor's choice is stronger", async ({ page, open, offer }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await offer({ ...everyField(), theme: { name: "paper", scheme: "dark" } });
  await open();
  await expectGround(page, "dark");
  await choose(page, "Light");
  await page.reload();
  await ready(page);
  await expectGround(page, "light");
});

const broken: [string, () => void][] = [
  [
    "throws",
    () => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }
    },
  ],
  ["is missing", () => ["localStorage", "sessionStorage"].forEach((name) => Object.defineProperty(window, name, { value: null }))],
  [
    "is full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
];
for (const [what, breakIt] of broken) {
  test(`where storage ${what}, a choice lasts as long as the page`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.addInitScript(breakIt);
    await open();
    await choose(page, "Dark");
    await expectGround(page, "dark");
    await page.getByRole("link", { name: "skills" }).click();
    await page.getByRole("banner").getByRole("link", { name: "Vivek" }).click();
    await expectGround(page, "dark");
  });
}

test("the scheme and, for the tab, where the page was scrolled to are all that is kept", async ({ page, open, context }) => {
  await open();
  await choose(page, "Dark");
  await page.getByRole("link", { name: "skills" }).click();
  // The program takes back what it has kept for a reload, so this looks where it can't run.
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.reload();
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  expect(kept).toEqual({ local: ["vitrine.scheme"], session: ["vitrine.scroll"], databases: [], caches: [] });
  expect(await context.cookies()).toEqual([]);
});

test("an unknown theme is reported and the page still looks like something", async ({ page, open, offer, warnings }) => {
  await offer({ ...ownPortfolio(), theme: { name: "neon" } });
  await open();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(warnings.join("\n")).toContain("theme.name");
});
