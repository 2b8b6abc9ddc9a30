// Where the minutes of a run went: seconds of test time a spec, the most first, and what needed a second try.
import type { FullConfig, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { basename } from "node:path";

type Spent = { tests: Set<string>; ms: number };

export default class Minutes implements Reporter {
  private readonly specs = new Map<string, Spent>();
  private readonly again: string[] = [];
  private workers = 0;

  onBegin(config: FullConfig): void {
    this.workers = config.workers;
  }

  onTestEnd(test: TestCase, { duration, retry }: TestResult): void {
    const name = basename(test.location.file, ".spec.ts");
    const spent = this.specs.get(name) ?? { tests: new Set(), ms: 0 };
    this.specs.set(name, spent);
    spent.tests.add(test.id);
    spent.ms += duration;
    if (retry) this.again.push(test.titlePath().filter(Boolean).join(" › "));
  }

  onEnd({ duration }: { duration: number }): void {
    const seconds = (ms: number) => String(Math.round(ms / 1000)).padStart(8);
    const line = (name: string, { tests, ms }: { tests: number; ms: number }) => `    ${name.padEnd(20)}${String(tests).padStart(6)}${seconds(ms)}`;
    const specs = [...this.specs].map(([name, { tests, ms }]) => [name, { tests: tests.size, ms }] as const).sort(([, a], [, b]) => b.ms - a.ms);
    const all = specs.reduce((sum, [, { tests, ms }]) => ({ tests: sum.tests + tests, ms: sum.ms + ms }), { tests: 0, ms: 0 });
    console.log(`\nWhere the time went\n    spec                 tests seconds`);
    for (const [name, spent] of specs) console.log(line(name, spent));
    console.log(`${line("all", all)}, in ${Math.round(duration / 1000)} s with ${this.workers} workers`);
    for (const title of this.again) console.log(`    needed a second try: ${title}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
