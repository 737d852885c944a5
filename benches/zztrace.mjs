import { start, visit } from "./contest/browser.mjs";
import { bundles } from "./contest/bundles.mjs";
import { asked } from "./contest/contestants.mjs";
import { compile, county } from "./contest/terminal.mjs";
import { firstPage } from "./contest/pages.mjs";
import { serve } from "./contest/server.mjs";
import { writeFileSync } from "node:fs";
const contestants = asked();
compile();
const files = await bundles(contestants);
for (const one of contestants) {
  const twin = one.chart && county("render", "--chart", one.chart, "--lang", "en", "--format", "html");
  files.set(`/first/${one.id}.html`, firstPage(one, files, twin));
}
const server = await serve(files, "/tmp");
const s = await start("Chromium");
for (const {id} of contestants) {
  for (let run = 0; run < Number(process.env.RUNS||1); run++) {
  const live = await visit(s, { address: "about:blank", profile: process.env.PROFILE || "phone" }, async (page, client) => {
    const events = [];
    client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: (process.env.CATS||"devtools.timeline,v8,v8.execute,v8.wasm,disabled-by-default-v8.wasm.detailed,blink.user_timing,loading,netlog,toplevel").split(",") } });
    await page.goto(`${server.origin}/first/${id}.html`);
    await page.evaluate(async () => { while (!window.times.live) await new Promise(r => setTimeout(r, 20)); });
    const t = await page.evaluate(() => ({...times, res: performance.getEntriesByType("resource").map(r => [r.name.split("/").pop(), r.startTime|0, r.responseStart|0, r.responseEnd|0])}));
    const done = new Promise(r => client.on("Tracing.tracingComplete", r));
    await client.send("Tracing.end"); await done;
    writeFileSync(`/tmp/w/trace-${id}.json`, JSON.stringify(events));
    return t;
  });
  console.log(id, JSON.stringify(live));
  }
}
await s.stop(); server.stop();
