import { drag, zoom } from './input.mjs';

const SECONDS = 2;
const LIMIT = 120_000;

/** Opens an address in a browser of its own context and measures it; `{ failure }` where it does not come to an end. */
export async function measure(browser, address, shows) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteMemories);
    const session = await context.newCDPSession(page);
    // The processor's time, so that what else the machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { timeout: LIMIT });
    const first = shows ? await ready(page) : undefined;
    // What a page still does after its first drawing is not part of a gesture.
    await page.waitForTimeout(700);
    const memory = await memoryOf(page, session);
    const gestures = {};
    for (const [name, gesture] of Object.entries({ drag, zoom })) gestures[name] = await busy(page, session, gesture);
    return { first, memory, ...gestures };
  } catch (error) {
    return { failure: String(error.message).split('\n')[0] };
  } finally {
    await context.close();
  }
}

async function ready(page) {
  const marked = () => performance.getEntriesByName('diagram-ready', 'mark')[0]?.startTime;
  await page.waitForFunction(marked, undefined, { timeout: LIMIT, polling: 50 });
  return page.evaluate(marked);
}

/** Main-thread ms a second of a gesture, and frames a second. */
async function busy(page, session, gesture) {
  await page.evaluate(() => {
    globalThis.frames = 0;
    const count = () => {
      globalThis.frames += 1;
      globalThis.counting = requestAnimationFrame(count);
    };
    globalThis.counting = requestAnimationFrame(count);
  });
  const before = await taskTime(session);
  const [start, frames] = [performance.now(), await page.evaluate(() => globalThis.frames)];
  await gesture(session, SECONDS);
  const seen = await page.evaluate(() => globalThis.frames);
  const seconds = (performance.now() - start) / 1000;
  // With what comes after it: drawing it all again, sharp.
  await page.evaluate(() => cancelAnimationFrame(globalThis.counting));
  await page.waitForTimeout(300);
  return { busy: ((await taskTime(session)) - before) / seconds, fps: (seen - frames) / seconds };
}

async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Keeps the memories of the programs that a page starts where `memoryOf` finds them. */
function noteMemories() {
  globalThis.memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) globalThis.memories.add(value);
      return made;
    };
  }
}

/** Bytes that scripts and programs hold. */
async function memoryOf(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + (await page.evaluate(() => [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)));
}
