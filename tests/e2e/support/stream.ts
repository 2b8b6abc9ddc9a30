// A server whose answers arrive piece by piece, late, or never to the end: what a route of Playwright cannot do.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { generic } from "./generic";

export type Stream = {
  /** Bytes handed to the network so far, over all answers. */
  sent: () => number;
  /** Answers that were begun. */
  begun: () => number;
  /** Whether the browser gave up an answer before its end. */
  abandoned: () => boolean;
  stop: () => void;
};

/** Lets `answer` write the portfolio file that the page asks for; the page sees it as its own host's. */
export async function stream(page: Page, answer: (response: ServerResponse, write: (bytes: string) => boolean) => void): Promise<Stream> {
  let [sent, begun, abandoned] = [0, 0, false];
  const server = createServer((_, response) => {
    begun += 1;
    response.on("close", () => (abandoned ||= !response.writableFinished));
    response.on("error", () => {});
    response.writeHead(200, { "content-type": "application/json" });
    answer(response, (bytes) => {
      sent += bytes.length;
      return response.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  await generic(page);
  await page.route(/\/portfolio\.json$/, (route) => route.continue({ url: `http://localhost:${port}/portfolio.json` }));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { sent: () => sent, begun: () => begun, abandoned: () => abandoned, stop };
}
