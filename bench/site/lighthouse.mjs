import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Prints what Lighthouse says of each site, on a phone and on a desk. */
export async function judge(served, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    console.log(`Lighthouse\n\n| | ${CATEGORIES.join(' | ')} |\n|---|${CATEGORIES.map(() => '---:|').join('')}`);
    for (const [screen, config] of [['phone', undefined], ['desk', desktopConfig]]) {
      for (const { name, origin } of served) {
        const { lhr } = await lighthouse(`${origin}/`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'silent' }, config);
        console.log(`| ${name}, ${screen} | ${CATEGORIES.map((key) => Math.round(lhr.categories[key].score * 100)).join(' | ')} |`);
        const failed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode === 'binary');
        for (const { id, title } of failed) console.log(`  ${id}: ${title}`);
      }
    }
  } finally {
    await chrome.kill();
  }
}
