import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What somebody writes by hand: elements that mean something, and the attributes that they need for it. */
const ELEMENTS = 'a article b blockquote caption code dd dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section strong table tbody td th thead time tr ul'.split(' ');
const ATTRIBUTES = ['href', 'id', 'scope', 'datetime', 'colspan'];

/** Writes the words of a page as a page without a program, as one would by hand: no classes, no drawings, one small sheet. */
export async function writeByHand(browser, site, folder) {
  const context = await browser.newContext({ javaScriptEnabled: true, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => (route.request().resourceType() === 'document' ? route.continue() : route.abort()));
    await page.goto(pathToFileURL(join(site, 'index.html')).href, { waitUntil: 'domcontentloaded' });
    const { title, description, body } = await page.evaluate(plain, { elements: ELEMENTS, attributes: ATTRIBUTES });
    await mkdir(folder, { recursive: true });
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><meta name="description" content="${description}"><link rel="icon" href="data:,"><link rel="stylesheet" href="/static.css">`;
    await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
    await copyFile(new URL('./page/static.css', import.meta.url), join(folder, 'static.css'));
    const words = (await readFile(join(folder, 'index.html'), 'utf8')).length;
    if (words < 10_000) throw new Error('the page without a program has lost its words');
  } finally {
    await context.close();
  }
}

/** In the page: its head's texts, and its body with what is not asked for taken away. */
function plain({ elements, attributes }) {
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const write = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('script, svg, button, input, select, textarea, [aria-hidden=true]')) return '';
    const inner = [...node.childNodes].map(write).join('');
    const name = node.localName;
    if (!elements.includes(name)) return inner;
    const kept = attributes.filter((attribute) => node.hasAttribute(attribute)).map((attribute) => ` ${attribute}="${escape(node.getAttribute(attribute))}"`);
    return `<${name}${kept.join('')}>${inner}</${name}>`;
  };
  return { title: escape(document.title), description: escape(document.querySelector('meta[name=description]').content), body: write(document.body) };
}
