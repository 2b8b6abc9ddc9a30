// Makes the packages of npm from compiled commands: `vitrine-cli`, one beside it for each machine, and `create-vitrine`.
// usage: node npm/pack.mjs --out DIR [linux-x64=PATH | linux-x64-musl=PATH | darwin-arm64=PATH | win32-x64=PATH …]
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);
const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
if (!values.out || positionals.length === 0) {
  console.error("usage: node npm/pack.mjs --out DIR MACHINE=COMMAND …");
  process.exit(2);
}
const version = /^\[workspace\.package\][^[]*^version = "([^"]+)"/m.exec(readFileSync(join(project, "Cargo.toml"), "utf8"))[1];
const licences = ["LICENSE-MIT", "LICENSE-APACHE"];

const write = (name, description) => {
  const folder = join(values.out, name);
  mkdirSync(folder, { recursive: true });
  for (const file of [...licences, "THIRD-PARTY.md"]) copyFileSync(join(project, file), join(folder, file));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
  return folder;
};
const template = (name) => {
  cpSync(join(here, name, "bin"), join(values.out, name, "bin"), { recursive: true });
  return { ...JSON.parse(readFileSync(join(here, name, "package.json"), "utf8")), version };
};

const machines = {};
for (const positional of positionals) {
  const [machine, command] = positional.split(/=(.*)/s);
  const [os, cpu, libc] = machine.split("-");
  const name = `vitrine-cli-${machine}`;
  const folder = write(name, {
    name,
    version,
    description: `The command vitrine for ${machine}.`,
    license: "MIT OR Apache-2.0",
    os: [os],
    cpu: [cpu],
    ...(os === "linux" ? { libc: [libc ?? "glibc"] } : {}),
    files: ["bin"],
    preferUnplugged: true,
  });
  mkdirSync(join(folder, "bin"), { recursive: true });
  const program = join(folder, "bin", os === "win32" ? "vitrine.exe" : "vitrine");
  copyFileSync(command, program);
  chmodSync(program, 0o755);
  machines[name] = version;
}
write("vitrine-cli", { ...template("vitrine-cli"), optionalDependencies: machines });
write("create-vitrine", { ...template("create-vitrine"), dependencies: { "vitrine-cli": version } });
console.log(`${Object.keys(machines).length + 2} packages of version ${version} in ${values.out}`);
