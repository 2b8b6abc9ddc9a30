// Firefox, by WebDriver BiDi.
import puppeteer, { type KeyInput } from "puppeteer-core";
import { type Browser, middle, type Visitor } from "./engine";
import { programs } from "./machine";

/** As much of the connection as is used to ask what puppeteer does not: what Firefox itself has noted. */
type Connection = { send: (method: string, parameters: object) => Promise<{ result: any }> };

export async function firefox({ scripts = true } = {}): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: programs.firefox,
    headless: true,
    extraPrefsFirefox: { "javascript.enabled": scripts },
    // Lets a test read the browser's own console, where it says what was preloaded in vain.
    args: ["--remote-allow-system-access", "--width=1280", "--height=800"],
    defaultViewport: { width: 1280, height: 800 },
  });
  const { connection } = browser as unknown as { connection: Connection };

  /** What the browser noted about the pages of an origin. */
  const noted = async (origin: string): Promise<string[]> => {
    const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const expression = `JSON.stringify(Services.console.getMessageArray().filter((note) => note instanceof Ci.nsIScriptError)
      .map((note) => [note.sourceName, note.category, note.errorMessage]))`;
    const answer = await connection.send("script.evaluate", { expression, target: { context: tree.result.contexts[0].context }, awaitPromise: false });
    const all: [string, string, string][] = JSON.parse(answer.result.result.value);
    return all.filter(([source]) => source.startsWith(origin)).map(([, category, message]) => `${category}: ${message}`);
  };

  return {
    async visitor(): Promise<Visitor> {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const said: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "assert") said.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => said.push(`uncaught: ${error}`));
      return {
        async open(url) {
          await page.goto(url, { waitUntil: "domcontentloaded" });
        },
        evaluate: (look, given) => page.evaluate(look as any, given) as any,
        reads: (text) => page.evaluate((text) => document.body.innerText.includes(text), text),
        async click(selector) {
          const { x, y } = await page.evaluate(middle, selector);
          await page.mouse.click(x, y);
        },
        async press(keys) {
          const [key, ...held] = keys.split("+").reverse() as KeyInput[];
          for (const modifier of held) await page.keyboard.down(modifier);
          await page.keyboard.press(key!);
          for (const modifier of held) await page.keyboard.up(modifier);
        },
        async back() {
          await page.goBack();
        },
        complaints: async () => [...said, ...(await noted(new URL(page.url()).origin))],
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
