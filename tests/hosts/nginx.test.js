// The recipe for nginx, tried in nginx.
import { existsSync } from "node:fs";
import { after, before, describe } from "node:test";
import { asker, freePort } from "./support/ask.js";
import { leadsOn, servesAsAGoodHost } from "./support/good-host.js";
import { recipe, serve, shown } from "./support/program.js";
import { built, published, siteIn } from "./support/site.js";

/** Where Debian keeps the module that sends copies compressed with brotli. */
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** What Debian's own configuration has around that of a site. */
const around = (server, folder) => `
${existsSync(BROTLI) ? `load_module ${BROTLI};` : ""}
daemon off;
pid ${folder}/pid;
error_log stderr;
${process.getuid() === 0 ? "user root;" : ""}
events {}
http {
    access_log off;
    default_type application/octet-stream;
    ${TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n    ")}
    include ${server};
}
`;

for (const dist of built) {
  describe(`nginx, with the site of ${dist}`, () => {
    let site, ask, folder, stop;
    before(async () => {
      site = siteIn(dist);
      folder = published(site);
      const port = await freePort();
      ask = asker(port);
      const server = recipe("nginx.conf", {
        "    listen 80;\n    listen [::]:80;\n": `    listen 127.0.0.1:${port};\n`,
        "root /var/www/portfolio;": `root ${folder.root};`,
        "error_page 404 /404.html;": `error_page 404 ${site.base}404.html;`,
        "    # What is hidden": `${shown("move.md", "nginx")}    # What is hidden`,
        "include mime.types;": "include /etc/nginx/mime.types;",
      });
      stop = await serve(port, (own) => ({
        files: { server, "nginx.conf": around(`${own}/server`, own) },
        command: ["nginx", "-p", own, "-e", "stderr", "-c", `${own}/nginx.conf`],
      }));
    });
    after(async () => {
      await stop?.();
      folder?.remove();
    });
    servesAsAGoodHost(() => ({ site, ask }));
    leadsOn(() => ({ ask }));
  });
}
