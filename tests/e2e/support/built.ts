// Sites that a test makes of a portfolio of its own, with the command as authors have it, and serves.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base } from "./test";

export const command = process.env.VITRINE_CLI ?? resolve("target/debug/vitrine");
export const frame = resolve(process.env.VITRINE_FRAME ?? "target/vitrine/frame");

/** What a site is made of: the portfolio, and the folder of what lies beside it. */
export type Made = { portfolio: object; beside?: string };

type Options = {
  /** Set with `test.use({ made: … })`: paths are those of its site then. */
  made: Made;
};

export const test = base.extend<Options, { build: (made: Made) => Promise<string> }>({
  made: [{ portfolio: { profile: { name: "Ada" } } }, { option: true }],

  baseURL: async ({ build, made }, use) => use(await build(made)),

  // Answers with the address of a site. A worker builds the same once.
  build: [
    async ({}, use) => {
      const addresses = new Map<string, Promise<string>>();
      const folders: string[] = [];
      const servers: ChildProcess[] = [];
      await use((made) => {
        const key = JSON.stringify(made);
        if (!addresses.has(key)) {
          const folder = mkdtempSync(join(tmpdir(), "vitrine-built-"));
          folders.push(folder);
          const server = spawn(command, ["serve", "--out", siteIn(folder, made), "--port", "0"]);
          servers.push(server);
          addresses.set(key, addressOf(server));
        }
        return addresses.get(key)!;
      });
      for (const server of servers) server.kill("SIGKILL");
      for (const folder of folders) rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

/** Builds a site inside of a folder, and says where. */
function siteIn(folder: string, { portfolio, beside }: Made): string {
  if (beside) cpSync(beside, folder, { recursive: true });
  const [file, out] = [join(folder, "portfolio.json"), join(folder, "site")];
  writeFileSync(file, JSON.stringify(portfolio));
  execFileSync(command, ["build", "--frame", frame, "--portfolio", file, "--out", out, "--draft", "--quiet"], { stdio: "pipe" });
  return out;
}

/** The address that a server says it answers at. */
const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((started, failed) => {
    let said = "";
    const hear = (data: Buffer) => {
      said += data;
      const address = /http:\/\/localhost:\d+\S*/.exec(said)?.[0];
      if (address) started(address);
    };
    server.stdout!.on("data", hear);
    server.stderr!.on("data", hear);
    server.once("exit", () => failed(new Error(`the server ended: ${said}`)));
  });
