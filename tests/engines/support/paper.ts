// What a browser prints, and what a program reads of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { programs } from "./machine";

export type Engine = "firefox" | "chromium";
export type Format = "A4" | "Letter";

/** A browser that prints. */
export const printer = (engine: Engine): Promise<Browser> =>
  engine === "firefox"
    ? puppeteer.launch({ browser: "firefox", executablePath: programs.firefox, headless: true })
    : puppeteer.launch({ executablePath: programs.chromium, headless: "shell", args: ["--no-sandbox", "--disable-gpu"] });

/** The text of each sheet, in the order in which it was painted, with single spaces. */
export async function printed(browser: Browser, url: string, format: Format): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector('html[data-state="ready"]');
  const pdf = await page.pdf({ format });
  await page.close();
  const folder = mkdtempSync(join(tmpdir(), "vitrine-paper-"));
  const file = join(folder, "page.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync(programs.pdftotext, ["-raw", file, "-"]).toString();
  rmSync(folder, { recursive: true });
  return text.split("\f").slice(0, -1).map((sheet) => sheet.normalize("NFC").replace(/\s+/g, " ").trim());
}
