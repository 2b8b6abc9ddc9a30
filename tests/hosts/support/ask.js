// Requests as they go over the wire: nothing is followed, decompressed or joined.
import { request } from "node:http";
import { createServer } from "node:net";

/** Asks a server for a path. Resolves to the status, the headers (each a list of values) and the body. */
export const asker =
  (port) =>
  (path, headers = {}, method = "GET") =>
    new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (answer) => {
        const body = [];
        answer.on("data", (chunk) => body.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => resolve({ status: answer.statusCode, headers: listed(answer.rawHeaders), body: Buffer.concat(body) }));
      });
      asked.on("error", reject);
      asked.end();
    });

const listed = (raw) => {
  const headers = {};
  for (let at = 0; at < raw.length; at += 2) (headers[raw[at].toLowerCase()] ??= []).push(raw[at + 1]);
  return headers;
};

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
