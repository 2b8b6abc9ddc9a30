// Asks Mozilla's observatory about the site that listens on a port of this machine: `node observatory.mjs PORT CERTIFICATE KEY`.
// It judges what comes over TLS, and that the way there is by a redirect, so both stand before the site here as a host
// would put them there; the answers themselves are passed on as they are. Prints the result as JSON.
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { fileURLToPath } from "node:url";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreDescription, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { retrieve } from "@mdn/mdn-http-observatory/src/retriever/retriever.js";

const HOST = "localhost";
const [port, certificate, key, path = "/"] = process.argv.slice(2);

// The package fetches this list when it is installed, if its scripts may run; ours may not. A list of the hosts that browsers
// know to ask over TLS holds no localhost, so an empty one says the same.
const preloaded = fileURLToPath(import.meta.resolve("@mdn/mdn-http-observatory/conf/hsts-preload.json"));
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

const passOn = (request, response) => {
  const asked = http.request({ host: HOST, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.rawHeaders);
    answer.pipe(response);
  });
  asked.on("error", (error) => response.destroy(error));
  request.pipe(asked);
};

const listen = async (server) => {
  server.listen(0, HOST);
  await once(server, "listening");
  return server.address().port;
};

const secure = https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, passOn);
const httpsPort = await listen(secure);
const plain = http.createServer((request, response) => response.writeHead(308, { Location: `https://${HOST}:${httpsPort}${request.url}` }).end());
const httpPort = await listen(plain);

// The package's own `scan` takes no ports; this is what it does with what `retrieve` brings.
const retrieved = await retrieve(HOST, { httpPort, httpsPort, path });
const tests = ALL_TESTS.map((judge) => judge(retrieved));
const modifiers = tests.map(({ result }) => getScoreModifier(result));
const total = (list) => list.reduce((sum, modifier) => sum + modifier, 100);
const strict = total(modifiers.filter((modifier) => modifier < 0));
const score = strict >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? total(modifiers) : strict;

const { status, verified } = retrieved.responses.auto;
const said = tests.map(({ result, pass }, index) => ({ result, pass, modifier: modifiers[index], description: getScoreDescription(result) }));
console.log(JSON.stringify({ ...getGradeForScore(score), status, verified, tests: said }));
process.exit();
