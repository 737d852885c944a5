// The gallery as anybody serves it, but for one thing: each page keeps a record from its first line on. Below /hosted/ are the
// widget's files with the headers of pkg/hosting.

import { readFileSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";
import { headersFor } from "../../pkg/tools/headers.mjs";
import { createServer } from "../../www/serve.mjs";

const RECORD = readFileSync(new URL("record.js", import.meta.url));
// A file of the page's own host, which the strict policy allows.
const TAG = '<script src="/record.js"></script>';

const edit = (name, body) => (name.endsWith(".html") ? Buffer.from(recorded(body.toString())) : body);
const recorded = (page) => page.replace("<head>", `<head>${TAG}`);

/** Of the server, once it listens. */
let address;
const gallery = createServer({ edit });
const hosted = createServer({
  folders: { "/hosted/": fileURLToPath(new URL("../../pkg/dist/", import.meta.url)) },
  headersFor: (path) => headersFor(path, address),
  edit,
});
/** Pages of the tests' own, by path. */
const pages = new Map();

/** Starts to serve on a free port. */
export async function serve() {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const own = pathname === "/record.js" ? ["text/javascript", RECORD] : pages.get(pathname);
    if (!own) return (pathname.startsWith("/hosted/") ? hosted : gallery).emit("request", request, response);
    response.writeHead(200, { "Content-Type": `${own[0]}; charset=utf-8`, "Cache-Control": "no-cache" });
    response.end(own[1]);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

/** A page of a test's own, under no policy. Returns its path. */
export function blank(body, lang = "en") {
  const path = `/blank-${pages.size}.html`;
  pages.set(path, ["text/html", recorded(`<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test</title><script type="module" src="/county-chains/county-chains.js"></script></head>
<body>${body}</body></html>`)]);
  return path;
}
