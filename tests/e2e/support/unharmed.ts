// What holds whatever an author has written.
import { expect, type Page } from "@playwright/test";

/** Whatever was in the file, this holds. The browser's complaints are looked at after each test. */
export async function expectUnharmed(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("banner")).toBeVisible();
  const found = await page.evaluate(() => ({
    pwned: (window as any).__pwned,
    foreign: [...document.body.querySelectorAll("script:not([type='text/plain']:is(#v-portfolio, #v-words)), iframe, object, embed, img:not([src^='/pictures/']), foreignObject, form, base, style, link")].map(
      (element) => element.outerHTML.slice(0, 200),
    ),
    handlers: [...document.querySelectorAll("*")]
      .filter((element) => [...element.attributes].some((attribute) => /^on/i.test(attribute.name) || attribute.name === "srcdoc"))
      .map((element) => element.outerHTML.slice(0, 200)),
    schemes: [...new Set([...document.links].map((link) => link.protocol))],
    hosts: [...new Set([...document.links].map((link) => link.hostname).filter(Boolean))],
  }));
  expect(found.pwned).toBeUndefined();
  expect(found.foreign).toEqual([]);
  expect(found.handlers).toEqual([]);
  for (const scheme of found.schemes) expect(["http:", "https:", "mailto:", "tel:"]).toContain(scheme);
  expect(found.hosts.filter((host) => host.includes("evil"))).toEqual([]);
}
