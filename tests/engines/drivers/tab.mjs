// A page of Puppeteer, new or old, as the tests use it.

/** @returns {import("../engines.mjs").Tab} */
export function tabOf(page) {
  const lines = [];
  page.on("console", (message) => {
    // Today's Puppeteer says "warn", older ones say "warning".
    if (["error", "warn", "warning"].includes(message.type())) lines.push(message.text());
  });
  return {
    async open(address, size) {
      await page.setViewport(size);
      await page.goto(address);
    },
    evaluate: (work, ...values) => page.evaluate(work, ...values),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async press(key, held) {
      if (held) await page.keyboard.down(held);
      await page.keyboard.press(key);
      if (held) await page.keyboard.up(held);
    },
    console: async () => lines,
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ format: "A4" }),
    close: () => page.close(),
  };
}
