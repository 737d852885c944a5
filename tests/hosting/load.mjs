// What one host serves: `make load` asks the nginx of pkg/hosting for the widget's files as fast as it answers, by wrk on
// the same machine, and prints what came. Nothing is judged: the numbers are those of the machine. SECONDS= to change.

import { cpus } from "node:os";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SERVERS, has, output, start } from "./servers.mjs";
import { VERSION, fillSite, release } from "./site.mjs";

const SECONDS = Number(process.env.SECONDS ?? 10);
const CONNECTIONS = 64;
/** What a reader's browser loads for one widget, and for one frame with a widget. */
const WIDGET = ["county-chains.js", "county-chains.wasm", "county-chains.tiers.wasm"];
const FRAME = ["embed.html", "embed.css", "embed.js", ...WIDGET];
const ROWS = [["county-chains.js"], ["county-chains.wasm"], ["embed.html"], WIDGET, FRAME];

/** Asks for the files in turn, and prints one line that is easy to read. */
const script = (files) => `
local paths = { ${files.map((file) => `"/county-chains/${VERSION}/${file}"`).join(", ")} }
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "gzip, deflate, br" })
end
done = function(summary, latency)
  local failed = 0
  for _, number in pairs(summary.errors) do failed = failed + number end
  local numbers = { summary.requests, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99), failed }
  io.write("RESULT ", string.format("%d %d %d %d %d %d", unpack(numbers)), "\\n")
end
`;

function measure({ address, folder }, files) {
  const file = join(folder, "load.lua");
  writeFileSync(file, script(files));
  const args = ["--threads", "1", "--connections", CONNECTIONS, "--duration", `${SECONDS}s`, "--latency", "--script", file, address];
  const said = output("wrk", args.map(String));
  const [requests, bytes, microseconds, median, slowest, failed] = said.match(/RESULT ([\d ]+)/)[1].split(" ").map(Number);
  if (failed > 0) throw new Error(`${failed} of ${requests} requests failed`);
  const seconds = microseconds / 1e6;
  return { requests: requests / seconds, bytes: bytes / seconds, median: median / 1000, slowest: slowest / 1000 };
}

/** Bytes on the wire for these files by brotli, headers not counted. */
function weight(files) {
  return files.reduce((sum, file) => sum + statSync(join(release(), `${file}.br`)).size, 0);
}

function report(server) {
  console.log(`load: nginx on ${cpus().length} cores, the generator beside it; ${CONNECTIONS} connections, ${SECONDS} s each, brotli\n`);
  console.log("asked for                                    pages/s   requests/s     MB/s   p50 ms   p99 ms");
  let pages;
  for (const files of ROWS) {
    const { requests, bytes, median, slowest } = measure(server, files);
    if (files === WIDGET) pages = requests / files.length;
    const name = files === FRAME ? "a frame: page, style, script, widget" : files === WIDGET ? "a widget: script and core" : files[0];
    const whole = files.length > 1 ? Math.round(requests / files.length).toLocaleString("en") : "";
    console.log(name.padEnd(39) + whole.padStart(13) + Math.round(requests).toLocaleString("en").padStart(13) + [bytes / 1e6, median, slowest].map((number) => number.toFixed(1).padStart(9)).join(""));
  }
  const line = 1e9 / 8 / weight(WIDGET);
  const visits = `${Math.floor(line)} of them a second, ${(line * 3600 / 1e6).toFixed(1)} million first visits an hour`;
  console.log(`\nA widget weighs ${weight(WIDGET).toLocaleString("en")} bytes. A line of 1 Gbit/s carries ${visits}; ` +
    `this machine answered ${Math.round(pages)} a second.`);
}

const lacking = SERVERS.nginx.missing() ?? (has("wrk") ? undefined : "no wrk; install it (Debian: apt-get install wrk)");
if (lacking) {
  console.error(`load: ${lacking}`);
  process.exitCode = 1;
} else {
  const server = await start("nginx", fillSite);
  try {
    report(server);
  } finally {
    await server.stop();
  }
}
