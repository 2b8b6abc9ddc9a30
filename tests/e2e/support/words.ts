// The words of a page, before the program has come and after.
import type { Page } from "@playwright/test";

export const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a prerendered page, as one reads them who runs no scripts: machines, for example. */
export function written(html: string): string[] {
  return words(
    html
      .replace(/[\s\S]*<div id="app">/, "")
      .replace(/<script[\s\S]*/, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/&quot;/g, '"')
      .replace(/&#64;/g, "@"),
  );
}

/** How many of `wanted` stand in `found` in the same order. */
export function inOrder(wanted: string[], found: string[]): number {
  let row = new Uint16Array(found.length + 1);
  for (const word of wanted) {
    const next = new Uint16Array(found.length + 1);
    for (let at = 0; at < found.length; at++) {
      next[at + 1] = word === found[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    }
    row = next;
  }
  return row[found.length]!;
}

/** Every text that the page shows or says to those who hear it. */
export const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let at = walker.nextNode(); at; at = walker.nextNode()) {
      if (at instanceof Element) for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) found.push(at.getAttribute(name) ?? "");
      else if (!(at.parentElement instanceof HTMLScriptElement)) found.push(at.textContent ?? "");
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
