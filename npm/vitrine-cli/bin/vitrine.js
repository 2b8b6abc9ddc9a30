#!/usr/bin/env node
// Runs the program that npm has chosen for this machine among the optional dependencies: no script runs when they are installed, and
// nothing is fetched.
"use strict";
const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const { platform, arch } = process;
// Of Linux there are two: the report names glibc where it is what Node runs on.
const isMusl = platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
const name = `vitrine-cli-${platform}-${arch}${isMusl ? "-musl" : ""}`;

const find = () => {
  try {
    return require.resolve(`${name}/bin/vitrine${platform === "win32" ? ".exe" : ""}`);
  } catch {
    console.error(
      `error: there is no package ${name} beside vitrine-cli. Either npm was told to leave optional dependencies out (install ` +
        `again without --omit=optional or --no-optional), or there is no vitrine for this kind of machine: cargo can compile it.`,
    );
    process.exit(2);
  }
};

const child = spawn(find(), process.argv.slice(2), { stdio: "inherit" });
// The program decides what to do about Ctrl-C.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
child.on("error", (error) => {
  console.error(`error: cannot start ${name}: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
