// The built site, behind a host that notes what is asked for and may keep an answer back or change it.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Built, built } from "./machine";

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };
type Change = (answer: Answer) => Answer | Promise<Answer>;

/** Notes what the page complains of, for an engine that does not tell. The policy allows it: it is a file of the site. */
const PROBE = `
  window.complaints = [];
  const note = (what) => window.complaints.push(what);
  const error = console.error.bind(console);
  console.error = (...said) => { note("console: " + said.join(" ")); error(...said); };
  addEventListener("error", (event) => note(event.message ? "uncaught: " + event.message : "not loaded: " + (event.target.src || event.target.href)), true);
  addEventListener("unhandledrejection", (event) => note("unhandled: " + event.reason));
  addEventListener("securitypolicyviolation", (event) => note("policy: " + event.violatedDirective + " " + event.blockedURI));
`;

export class Site {
  /** The paths that were asked for, in order. */
  readonly asked: string[] = [];
  private readonly changes: [RegExp, Change][] = [];

  private constructor(private readonly server: Server, private readonly port: number, readonly url: string) {}

  static async start(name: Built, options: { probe: boolean }): Promise<Site> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    const made = new Site(server, built[name].port, `http://localhost:${(server.address() as AddressInfo).port}/`);
    if (options.probe) made.change(/\/$/, (answer) => edit(answer, (html) => html.replace('<meta charset="utf-8">', '$&<script src="/probe.js"></script>')));
    server.on("request", (asked, response) => void made.answer(asked, response).catch(() => response.destroy()));
    return made;
  }

  /** Changes every answer to a path. */
  change(path: RegExp, change: Change): void {
    this.changes.push([path, change]);
  }

  /** Adds a file of JSON to the site. */
  offer(path: string, value: unknown): void {
    const body = Buffer.from(JSON.stringify(value));
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    this.change(new RegExp(`/${path}$`), () => ({ status: 200, headers, body }));
  }

  /** Takes a file away. */
  remove(path: RegExp): void {
    this.change(path, (answer) => ({ ...answer, status: 404, headers: { "content-length": "0" }, body: Buffer.alloc(0) }));
  }

  /** Keeps the answers to a path back until what this returns is called. */
  hold(path: RegExp): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    this.change(path, async (answer) => (await held, answer));
    return release;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(asked.url!, this.url);
    if (pathname === "/probe.js") {
      response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" }).end(PROBE);
      return;
    }
    this.asked.push(pathname);
    const changes = this.changes.filter(([path]) => path.test(pathname));
    // What is changed is asked for as it is, not compressed.
    const headers = { ...asked.headers, ...(changes.length ? { "accept-encoding": "identity" } : {}) };
    let answer = await upstream(this.port, asked.method!, asked.url!, headers);
    for (const [, change] of changes) answer = await change(answer);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}

/** An answer with another text. */
export function edit(answer: Answer, change: (text: string) => string): Answer {
  const body = Buffer.from(change(answer.body.toString()));
  return { ...answer, headers: { ...answer.headers, "content-length": String(body.length) }, body };
}

function upstream(port: number, method: string, path: string, headers: IncomingMessage["headers"]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "localhost", port, path, method, headers: { ...headers, host: `localhost:${port}`, connection: "close" } }, async (answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of answer) pieces.push(piece);
      const { connection: _, "transfer-encoding": __, ...rest } = answer.headers;
      resolve({ status: answer.statusCode!, headers: rest, body: Buffer.concat(pieces) });
    });
    asking.on("error", reject);
    asking.end();
  });
}
