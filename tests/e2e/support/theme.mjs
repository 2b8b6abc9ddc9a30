// What a theme of JSON Resume makes of a résumé: `node theme.mjs THEME RESUME`. Prints the page.
import { readFileSync } from "node:fs";

const [name, resume] = process.argv.slice(2);
const theme = await import(`jsonresume-theme-${name}`);
process.stdout.write(await theme.render(JSON.parse(readFileSync(resume, "utf8"))));
