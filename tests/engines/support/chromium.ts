// Chromium, by its own protocol.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { launchArguments } from "../../e2e/support/machine";
import type { Browser } from "./engine";
import { programs } from "./machine";
import { puppet } from "./puppet";

export async function chromium(): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath: programs.chromium(),
    headless: programs.chromium().includes("headless-shell") ? "shell" : true,
    args: [...launchArguments, "--no-sandbox"],
  });
  const session = await browser.target().createCDPSession();
  const folder = await mkdtemp(join(tmpdir(), "vitrine-chromium-"));
  return {
    async window({ width, height, scheme, motion, scripts, touch }) {
      const context = await browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: folder } });
      await session.send("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"], browserContextId: context.id });
      const page = await context.newPage();
      await page.setViewport({ width, height, hasTouch: touch });
      await page.setJavaScriptEnabled(scripts);
      // A window that nobody looks at may not write to the clipboard.
      await page.emulateFocusedPage(true);
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: motion === "reduced" ? "reduce" : "no-preference" },
      ]);
      return puppet(page, {
        folder,
        async open(url) {
          await page.goto(url, { waitUntil: "domcontentloaded" });
        },
        travel: (by) => (by < 0 ? page.goBack : page.goForward).call(page, { waitUntil: "domcontentloaded" }),
        paper: () => page.emulateMediaType("print"),
        // The protocol presses keys beneath the editor's shortcuts.
        commands: (keys) => (keys === "Control+v" ? ["Paste"] : []),
        noted: async () => [],
        close: () => context.close(),
      });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
