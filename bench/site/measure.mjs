const LIMIT = 60_000;
/** Lighthouse's slow 4G and mid-range phone. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWDOWN = 4;

/** One visit. Times in ms from the start of the navigation, sizes in bytes as sent. `interactive` waits for the page's own mark. */
export async function visit(browser, address, { throttled, interactive, warm }) {
  const context = await browser.newContext({ viewport: throttled ? { width: 412, height: 823 } : { width: 1280, height: 800 }, deviceScaleFactor: throttled ? 1.75 : 1 });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (warm) await load(page, address, interactive);
    await page.addInitScript(observe);
    let bytes = 0;
    let fonts = 0;
    const types = new Map();
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (types.get(requestId) === 'Font') fonts += encodedDataLength;
      else bytes += encodedDataLength;
    });
    if (throttled) {
      await session.send('Network.emulateNetworkConditions', NETWORK);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    }
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await load(page, address, interactive);
    // Nobody moves, so what is out of sight stays as it came.
    await page.waitForTimeout(throttled ? 2_500 : 1_000);
    const busy = await taken(session);
    const observed = await page.evaluate(() => globalThis.observed());
    // What was left for whoever moves: a turn of the wheel, and what it sets off.
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(throttled ? 2_500 : 1_000);
    const moved = { moving: (await taken(session)) - busy, longest: await page.evaluate((known) => globalThis.longest(known), observed.tasks) };
    return { ...observed, ...moved, busy, bytes, fonts };
  } finally {
    await context.close();
  }
}

/** What the main thread has been busy since the page was asked for, in ms. */
async function taken(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function load(page, address, interactive) {
  await page.goto(address, { timeout: LIMIT, waitUntil: 'load' });
  if (interactive) await page.waitForFunction(() => performance.getEntriesByName('app-ready').length, undefined, { timeout: LIMIT, polling: 50 });
}

/** Notes what the browser says of a visit. */
function observe() {
  const noted = { fcp: 0, lcp: 0, cls: 0 };
  const tasks = [];
  const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('paint', (entry) => entry.name === 'first-contentful-paint' && (noted.fcp = entry.startTime));
  on('largest-contentful-paint', (entry) => (noted.lcp = entry.startTime));
  on('layout-shift', (entry) => entry.hadRecentInput || (noted.cls += entry.value));
  on('longtask', (entry) => tasks.push(entry));
  // As Lighthouse counts: what tasks take beyond 50 ms from the first paint on, since there is nothing to use before that.
  const blocked = ({ startTime, duration }) => Math.max(0, startTime + duration - Math.max(startTime, noted.fcp) - 50);
  globalThis.longest = (known) => Math.max(0, ...tasks.slice(known).map(({ duration }) => duration));
  globalThis.observed = () => ({ ...noted, tasks: tasks.length, tbt: tasks.reduce((sum, task) => sum + blocked(task), 0), interactive: performance.getEntriesByName('app-ready')[0]?.startTime ?? noted.fcp });
}
