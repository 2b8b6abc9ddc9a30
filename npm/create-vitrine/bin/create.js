#!/usr/bin/env node
// `npm create vitrine DIR` is `vitrine new DIR`.
"use strict";
process.argv.splice(2, 0, "new");
require("vitrine-cli/bin/vitrine.js");
