// A program that stops amid its work when a test says so, as one does that meets a state it was not made for.
import type { Page } from "@playwright/test";

/** To be called before the page is opened; what it answers has the next call into the program be its last. */
export async function stoppable(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const test = window as unknown as { spoilt: boolean; calls: number };
    const compile = WebAssembly.instantiateStreaming.bind(WebAssembly);
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { instance, module } = await compile(source, imports);
      const spoil = (value: unknown) =>
        typeof value !== "function"
          ? value
          : (...values: unknown[]) => {
              if (test.spoilt) {
                test.calls = (test.calls ?? 0) + 1;
                throw new WebAssembly.RuntimeError("unreachable");
              }
              return (value as (...values: unknown[]) => unknown)(...values);
            };
      const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, value]) => [name, spoil(value)]));
      return { module, instance: { exports } as WebAssembly.Instance };
    };
  });
  return () =>
    page.evaluate(() => {
      (window as unknown as { spoilt: boolean }).spoilt = true;
    });
}
