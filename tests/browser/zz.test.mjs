import { blank, drawn, frames, shown, ready, test, until } from "/work/wt/element/tests/browser/support.mjs";
test("smoke", async (t) => {
  const { page, record } = await blank(t, '<county-chains src="/gallery/datasets/countries-by-income/datapackage.json" loading=eager chart=strip indicator=gdp_pcap></county-chains>');
  await new Promise(r=>setTimeout(r,3000));
  console.log(JSON.stringify(record,null,1).slice(0,3000));
  console.log(await page.evaluate(() => { const e=document.querySelector("county-chains"); return [e.chart, e.indicator, e.tiers, e.charts, e._state&&1, e.shadowRoot.textContent.slice(0,600), e.link, e.cite?.("en"), e.embedCode({kind:"element"}).slice(0,400), e.embedCode({kind:"iframe"})] }));
  await page.screenshot({path:"/tmp/smoke.png"});
});
