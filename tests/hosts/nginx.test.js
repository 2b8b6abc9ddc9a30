// The recipe for nginx, tried in nginx.
import { existsSync } from "node:fs";
import { recipe, shown } from "./support/program.js";
import { servesEverySite } from "./support/served.js";

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

servesEverySite("nginx", (site, root, port) => {
  const server = recipe("nginx.conf", {
    "    listen 80;\n    listen [::]:80;\n": `    listen 127.0.0.1:${port};\n`,
    "root /var/www/portfolio;": `root ${root};`,
    "error_page 404 /404.html;": `error_page 404 ${site.base}404.html;`,
    "    # What is hidden": `${shown("move.md", "nginx")}    # What is hidden`,
    "include mime.types;": "include /etc/nginx/mime.types;",
  });
  return (own) => ({
    files: { server, "nginx.conf": around(`${own}/server`, own) },
    command: ["nginx", "-p", own, "-e", "stderr", "-c", `${own}/nginx.conf`],
  });
});
