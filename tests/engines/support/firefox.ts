// Firefox, by WebDriver BiDi.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { type Browser, type Taste, usual } from "./engine";
import { programs } from "./machine";
import { puppet } from "./puppet";

/** As much of the connection as is used to ask what puppeteer does not: what Firefox itself has noted, and its settings. */
type Connection = { send: (method: string, parameters: object) => Promise<{ result: any }> };

export async function firefox(): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: programs.firefox,
    headless: true,
    // Lets a test read the browser's own console, where it says what was preloaded in vain, and change its settings.
    args: ["--remote-allow-system-access", "--width=1280", "--height=800"],
    defaultViewport: { width: usual.width, height: usual.height },
  });
  const { connection } = browser as unknown as { connection: Connection };
  const folder = await mkdtemp(join(tmpdir(), "vitrine-firefox-"));
  await connection.send("browser.setDownloadBehavior", { downloadBehavior: { type: "allowed", destinationFolder: folder } });

  /** What an expression says in the browser's own window. */
  const inside = async (expression: string): Promise<any> => {
    const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const answer = await connection.send("script.evaluate", { expression, target: { context: tree.result.contexts[0].context }, awaitPromise: false });
    return answer.result.result.value;
  };

  /** What the browser noted about the pages of an origin. */
  const noted = async (origin: string): Promise<string[]> => {
    const all: [string, string, string][] = JSON.parse(
      await inside(`JSON.stringify(Services.console.getMessageArray().filter((note) => note instanceof Ci.nsIScriptError)
        .map((note) => [note.sourceName, note.category, note.errorMessage]))`),
    );
    return all.filter(([source]) => source.startsWith(origin)).map(([, category, message]) => `${category}: ${message}`);
  };

  // It can't be told for one window, and there is but one at a time.
  let told: Partial<Taste> = {};
  const tell = async ({ scheme, motion, scripts }: Taste) => {
    if (told.scheme === scheme && told.motion === motion && told.scripts === scripts) return;
    told = { scheme, motion, scripts };
    await inside(`Services.prefs.setBoolPref("javascript.enabled", ${scripts});
      Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});
      Services.prefs.setIntPref("ui.prefersReducedMotion", ${motion === "reduced" ? 1 : 0}); 0`);
  };

  return {
    async window(taste) {
      await tell(taste);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const { width, height } = taste;
      if (width !== usual.width || height !== usual.height) await page.setViewport({ width, height });
      const { _id: id } = page.mainFrame() as unknown as { _id: string };
      return puppet(page, {
        folder,
        // puppeteer would wait for a page to load, and one that was kept does not.
        travel: (delta) => connection.send("browsingContext.traverseHistory", { context: id, delta }),
        async open(url) {
          await connection.send("browsingContext.navigate", { context: id, url, wait: "interactive" });
        },
        paper: () => inside(`for (const window of Services.wm.getEnumerator("navigator:browser"))
          for (const browser of window.gBrowser.browsers) browser.browsingContext.mediumOverride = "print"; 0`),
        noted,
        close: () => context.close(),
      });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
