// uPlot: a facet for each tier, tiles and names drawn by a path function of its kind; a filter shows and hides series in one batch.

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { COLORS, COLUMNS, ROWS, TIERS, ofTier, sizeOf } from "../chart.js";

export function draw(box, chart) {
  const { width, height, tile } = sizeOf(box);
  const shown = { words: chart.words };
  const tiles = (plot, series) => {
    const { ctx } = plot;
    const side = tile * devicePixelRatio;
    const counties = ofTier(chart, series - 1);
    ctx.save();
    ctx.font = `${Math.round(side / 5)}px sans-serif`;
    ctx.textAlign = "center";
    for (const county of counties) {
      const x = plot.valToPos(chart.columns[county], "x", true);
      const y = plot.valToPos(chart.rows[county], "y", true);
      ctx.fillStyle = COLORS[series - 1];
      ctx.fillRect(x - side / 2 + 1, y - side / 2 + 1, side - 2, side - 2);
      ctx.fillStyle = series === 1 ? "#000" : "#fff";
      ctx.fillText(shown.words.names[county], x, y, side);
    }
    ctx.restore();
    return null;
  };
  shown.plot = new uPlot({
    mode: 2, width, height: height - 70, title: chart.words.title,
    cursor: { show: false },
    legend: { live: false },
    scales: { x: { time: false, range: [-0.6, COLUMNS - 0.4] }, y: { dir: -1, range: [-0.6, ROWS - 0.4] } },
    axes: [{ show: false }, { show: false }],
    series: [null, ...TIERS.map((tier) => ({
      label: chart.words.tiers[tier], fill: COLORS[tier], stroke: COLORS[tier], paths: tiles,
      facets: [{ scale: "x", auto: false }, { scale: "y", auto: false }],
    }))],
  }, [null, ...TIERS.map((tier) => {
    const counties = ofTier(chart, tier);
    return [counties.map((county) => chart.columns[county]), counties.map((county) => chart.rows[county])];
  })], box);
  return shown;
}

export function filter({ plot }, tiers) {
  plot.batch(() => TIERS.slice(1).forEach((tier) => {
    if (plot.series[tier + 1].show !== tiers.includes(tier)) plot.setSeries(tier + 1, { show: tiers.includes(tier) });
  }));
}

/** It has no call for other labels: the texts of its elements are written, and the rest is drawn again. */
export function language(shown, words) {
  shown.words = words;
  shown.plot.root.querySelector(".u-title").textContent = words.title;
  shown.plot.root.querySelectorAll(".u-series .u-label").forEach((label, tier) => { label.textContent = words.tiers[tier]; });
  shown.plot.redraw(false);
}
