// WebKitGTK's small browser, by WebDriver.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { type Browser, middle, type Visitor } from "./engine";
import { programs } from "./machine";

/** Source: W3C, WebDriver, the code points of keys. */
const KEYS: Record<string, string> = { Tab: "\ue004", Enter: "\ue007", Shift: "\ue008", Escape: "\ue00c", ArrowRight: "\ue014" };

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A screen of one's own, by the name that its server gives it. */
async function screen(): Promise<{ process: ChildProcess; display: string }> {
  const process = spawn(programs.xvfb, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((told, failed) => {
    process.stdio[3]!.once("data", (bytes) => told(String(bytes).trim()));
    process.once("error", failed);
    process.once("exit", () => failed(new Error("Xvfb did not start")));
  });
  return { process, display: `:${number}` };
}

/** A driver with one session; a driver that had one before does not always get another. */
class Session {
  private constructor(private readonly driver: ChildProcess, private readonly port: number, private path = "") {}

  static async start(display: string): Promise<Session> {
    const port = await freePort();
    const driver = spawn(programs.webkitDriver, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: "ignore" });
    const session = new Session(driver, port);
    const isUp = () => session.ask("GET", "/status").then(() => true, () => false);
    for (let tries = 0; !(await isUp()); tries += 1) {
      if (tries > 100) throw new Error("WebKitWebDriver does not answer");
      await new Promise((later) => setTimeout(later, 50));
    }
    const browserOptions = { binary: programs.miniBrowser, args: ["--automation"] };
    const { sessionId } = await session.ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } } });
    session.path = `/session/${sessionId}`;
    return session;
  }

  async ask(method: string, path: string, body?: object): Promise<any> {
    const address = `http://127.0.0.1:${this.port}${this.path}${path}`;
    const answer = await fetch(address, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(20_000) });
    const { value } = (await answer.json()) as { value: any };
    if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async stop(): Promise<void> {
    await this.ask("DELETE", "").finally(() => this.driver.kill());
  }
}

export async function webkit(): Promise<Browser> {
  const { process: xvfb, display } = await screen();
  return {
    async visitor(): Promise<Visitor> {
      const session = await Session.start(display);
      const evaluate = (look: Function, given?: unknown) =>
        session.ask("POST", "/execute/sync", { script: `return (${look})(arguments[0])`, args: [given ?? null] });
      const act = (type: string, actions: object[]) => session.ask("POST", "/actions", { actions: [{ type, id: type, actions }] });
      return {
        open: (url) => session.ask("POST", "/url", { url }),
        evaluate: evaluate as Visitor["evaluate"],
        reads: (text) => evaluate((text: string) => document.body.innerText.includes(text), text),
        async click(selector) {
          const { x, y } = await evaluate(middle, selector);
          await act("pointer", [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);
        },
        async press(keys) {
          const values = keys.split("+").map((key) => KEYS[key] ?? key);
          await act("key", [...values.map((value) => ({ type: "keyDown", value })), ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
        },
        back: () => session.ask("POST", "/back", {}),
        complaints: () => evaluate(() => (window as any).complaints),
        close: () => session.stop(),
      };
    },
    async close() {
      xvfb.kill();
    },
  };
}
