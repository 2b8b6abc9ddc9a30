// A web server of others, run on a configuration of the guide.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asker } from "./ask.js";

const PATIENCE = 10_000;

/** A recipe of the guide with its places filled in; each of them has to be there. */
export const recipe = (name, places) => {
  let text = readFileSync(new URL(`../../../docs/guide/hosts/${name}`, import.meta.url), "utf8");
  for (const [from, to] of Object.entries(places)) {
    if (!text.includes(from)) throw new Error(`${name} of the guide has no ${JSON.stringify(from)}`);
    text = text.replaceAll(from, () => to);
  }
  return text;
};

/** The first block of a language in a page of the guide. */
export const shown = (page, language) => {
  const text = readFileSync(new URL(`../../../docs/guide/${page}`, import.meta.url), "utf8");
  const block = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(text);
  if (!block) throw new Error(`${page} shows no ${language}`);
  return block[1];
};

/** Runs a program in a folder of its own, with files there; resolves, once it answers at the port, to what ends it. */
export const serve = async (port, programIn) => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-server-"));
  const { files, command } = programIn(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [program, ...words] = command;
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server = spawn(program, words, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = new Promise((resolve) => {
    server.on("error", (error) => resolve(`${program} can't be started: ${error.message}; \`cargo xtask test hosts\` installs it`));
    server.on("exit", (code) => resolve(`${program} ended with ${code}`));
  });
  const stop = async () => {
    if (server.exitCode === null && server.pid) {
      const exit = once(server, "exit");
      server.kill("SIGTERM");
      await exit;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  let failed;
  ended.then((why) => (failed = why));
  const ask = asker(port);
  for (const start = Date.now(); ; ) {
    const isThere = await ask("/").then(() => true, () => false);
    if (isThere) return stop;
    if (failed || Date.now() - start > PATIENCE) {
      await stop();
      throw new Error(`${failed ?? `${program} doesn't answer`}:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
