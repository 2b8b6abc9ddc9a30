import { median } from './median.mjs';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Prints what Lighthouse says of each site, on a phone and on a desk: medians of so many visits. */
export async function judge(served, chromePath, repeat) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    console.log(`Lighthouse\n\n| | ${CATEGORIES.join(' | ')} |\n|---|${CATEGORIES.map(() => '---:|').join('')}`);
    for (const [screen, config] of [['phone', undefined], ['desk', desktopConfig]]) {
      for (const { name, origin } of served) {
        const scores = new Map(CATEGORIES.map((key) => [key, []]));
        const failed = new Set();
        for (let at = 0; at < repeat; at += 1) {
          const { lhr } = await lighthouse(`${origin}/`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'silent' }, config);
          for (const [key, found] of scores) found.push(lhr.categories[key].score * 100);
          for (const { id, title, score, scoreDisplayMode } of Object.values(lhr.audits)) {
            if (score !== null && score < 0.9 && scoreDisplayMode === 'binary') failed.add(`  ${id}: ${title}`);
          }
        }
        console.log(`| ${name}, ${screen} | ${[...scores.values()].map((found) => Math.round(median(found))).join(' | ')} |`);
        for (const line of failed) console.log(line);
      }
    }
  } finally {
    await chrome.kill();
  }
}
