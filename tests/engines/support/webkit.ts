// WebKitGTK's small browser, by WebDriver.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, keysOf, type Spot, type Taste, type Window } from "./engine";
import { programs } from "./machine";
import { spread, stroke } from "./stand-in";

/** Source: W3C, WebDriver, the code points of keys. */
const KEYS: Record<string, string> = {
  Backspace: "\ue003", Tab: "\ue004", Enter: "\ue007", Shift: "\ue008", Control: "\ue009", Escape: "\ue00c", Space: " ",
  PageUp: "\ue00e", PageDown: "\ue00f", End: "\ue010", Home: "\ue011",
  ArrowLeft: "\ue012", ArrowUp: "\ue013", ArrowRight: "\ue014", ArrowDown: "\ue015",
};

/** Lets the window be narrower than its own buttons would like. */
const NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

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
  const process = spawn(programs.xvfb, ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
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

  static async start(env: object, args: string[]): Promise<Session> {
    const port = await freePort();
    const driver = spawn(programs.webkitDriver, [`--port=${port}`], { env: { ...process.env, ...env }, stdio: "ignore" });
    const session = new Session(driver, port);
    const isUp = () => session.ask("GET", "/status").then(() => true, () => false);
    for (let tries = 0; !(await isUp()); tries += 1) {
      if (tries > 100) throw new Error("WebKitWebDriver does not answer");
      await new Promise((later) => setTimeout(later, 50));
    }
    const browserOptions = { binary: programs.miniBrowser, args: ["--automation", ...args] };
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

/** What a session is given at its start, and can't be told later. */
const asStarted = ({ scheme, motion, scripts }: Taste): string => JSON.stringify({ scheme, motion, scripts });

function window(session: Session, folder: string, close: () => Promise<void>): Window {
  const run = (expression: string, given: unknown) =>
    session.ask("POST", "/execute/async", {
      script: `const [given, answer] = arguments; Promise.resolve(${expression}).then(answer, (error) => answer({ failed: String(error) }))`,
      args: [given ?? null],
    }).then((found) => {
      if (found?.failed) throw new Error(found.failed);
      return found;
    });
  const act = async (type: string, actions: object[]) => {
    await session.ask("POST", "/actions", { actions: [{ type, id: type, actions }] });
  };
  const move = ({ x, y }: Spot) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 });
  // How far the wheel was turned in all: the driver takes what it is told for that, and turns by the difference.
  const turned = { x: 0, y: 0 };
  const [down, up] = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  return {
    open: (url) => session.ask("POST", "/url", { url }),
    reload: () => session.ask("POST", "/refresh", {}),
    back: () => session.ask("POST", "/back", {}),
    forward: () => session.ask("POST", "/forward", {}),
    async resize(width, height) {
      const inner = () => run("[innerWidth, innerHeight]", null) as Promise<[number, number]>;
      const outer = await session.ask("GET", "/window/rect");
      const [, own] = await inner();
      await session.ask("POST", "/window/rect", { x: 0, y: 0, width, height: height + outer.height - own });
    },
    run,
    point: (...path) => act("pointer", path.map(move)),
    click: (at, times) => act("pointer", [move(at), ...Array.from({ length: times }, () => [down, up]).flat()]),
    drag: (from, ...path) => act("pointer", [move(from!), down, ...path.map(move), up]),
    async wheel(at, { x, y }, held) {
      if (held) return void (await run(`(${spread})(given)`, { at, by: { x, y } }));
      turned.x += x;
      turned.y += y;
      await act("wheel", [{ type: "scroll", x: Math.round(at.x), y: Math.round(at.y), deltaX: turned.x, deltaY: turned.y, duration: 0 }]);
    },
    touch: async (...path) => void (await run(`(${stroke})(given)`, path)),
    async press(keys) {
      const { held, key } = keysOf(keys);
      const values = [...held, key].map((key) => KEYS[key] ?? key);
      await act("key", [...values.map((value) => ({ type: "keyDown", value })), ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
    },
    type: (text) => act("key", [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
    // It prints by a dialog alone: what is for paper is shown on the screen.
    async paper() {
      await run(`(${onPaper})()`, null);
    },
    pdf: () => Promise.reject(new Error("WebKitGTK prints by a dialog alone")),
    folder,
    complaints: () => run("window.complaints", null) as Promise<string[]>,
    close,
  };
}

/** Runs in the page: every rule that is for paper holds, and none that is for screens. */
function onPaper(): void {
  const turn = (media: MediaList) => {
    const words = media.mediaText;
    media.mediaText = words.replace(/\bscreen\b/g, "speech").replace(/\bprint\b/g, "all");
  };
  const turnAll = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) turn(rule.media);
      if ("cssRules" in rule) turnAll((rule as CSSGroupingRule).cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    turn(sheet.media);
    turnAll(sheet.cssRules);
  }
}

export async function webkit(): Promise<Browser> {
  const { process: xvfb, display } = await screen();
  const home = await mkdtemp(join(tmpdir(), "vitrine-webkit-"));
  const folder = join(home, "saved");
  await mkdir(folder);

  /** A folder of settings: for one taste of motion. */
  const settings = async (motion: Taste["motion"]): Promise<string> => {
    const config = join(home, motion);
    await mkdir(join(config, "gtk-3.0"), { recursive: true });
    await writeFile(join(config, "gtk-3.0/settings.ini"), `[Settings]\ngtk-enable-animations=${motion === "full" ? 1 : 0}\n`);
    await writeFile(join(config, "gtk-3.0/gtk.css"), NARROW);
    await writeFile(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${folder}"\n`);
    return config;
  };

  // A session takes a second to start, and each site has an origin of its own: nothing is left of the one before.
  let idle: { session: Session; started: string } | null = null;
  const take = async (taste: Taste): Promise<Session> => {
    const before = idle;
    idle = null;
    if (before?.started === asStarted(taste)) return before.session;
    await before?.session.stop();
    const args = [...(taste.scheme === "dark" ? ["--dark-mode"] : []), ...(taste.scripts ? [] : ["--enable-javascript=false"])];
    return Session.start({ DISPLAY: display, XDG_CONFIG_HOME: await settings(taste.motion) }, args);
  };

  return {
    async window(taste) {
      const session = await take(taste);
      const made = window(session, folder, async () => {
        await session.ask("POST", "/url", { url: "about:blank" });
        await session.ask("DELETE", "/actions");
        if (idle) await session.stop();
        else idle = { session, started: asStarted(taste) };
      });
      if (taste.scripts) await made.resize(taste.width, taste.height);
      return made;
    },
    async close() {
      await idle?.session.stop();
      xvfb.kill();
      await rm(home, { recursive: true, force: true });
    },
  };
}
