// Every built site, served by a server with a recipe of the guide.
import { after, before, describe } from "node:test";
import { asker, freePort } from "./ask.js";
import { leadsOn, servesAsAGoodHost } from "./good-host.js";
import { serve } from "./program.js";
import { built, published, siteIn } from "./site.js";

/** Declares the tests of a server for each site. `how` says for a site, the folder it lies in and a port which files the server
 *  reads and how it is started, given the folder of those files. */
export const servesEverySite = (server, how) => {
  for (const dist of built) {
    describe(`${server}, with the site of ${dist}`, () => {
      let site, ask, folder, stop;
      before(async () => {
        site = siteIn(dist);
        folder = published(site);
        const port = await freePort();
        ask = asker(port);
        stop = await serve(port, how(site, folder.root, port));
      });
      after(async () => {
        await stop?.();
        folder?.remove();
      });
      servesAsAGoodHost(() => ({ site, ask }));
      leadsOn(() => ({ ask }));
    });
  }
};
