// A dataset of a page's own, as long as a test needs it.

/** Made-up things of three kinds: their sizes have many decimals, so that no two are equal. */
export function things(count) {
  const rows = [["code", "name", "kind", "size"]];
  for (let index = 0; index < count; index++) {
    const kind = ["large", "middle", "small"][index % 3];
    const size = 1000 * (1 + ((index * 7919) % count) / count) ** (4 - (index % 3));
    rows.push([`T${index}`, `Thing ${index}`, kind, index % 50 === 49 ? null : Math.round(size * 1000) / 1000]);
  }
  const categories = ["large", "middle", "small"].map((value) => ({ value, label: `${value} things`, short: value[0].toUpperCase() }));
  const fields = [
    { name: "code", type: "string" }, { name: "name", type: "string" },
    { name: "kind", type: "string", role: "tier", title: "Kind", categoriesOrdered: true, categories },
    { name: "size", type: "number", title: "Size", unit: "steps", period: "2024" },
  ];
  return {
    name: "things", languages: ["en"], title: "Made-up things", version: "1",
    entity: { one: "thing", many: "things" },
    sources: [{ title: "Made up for a test", publisher: "Nobody" }],
    licenses: [{ name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" }],
    units: [{ name: "steps", one: "step", many: "steps" }],
    resources: [{ name: "entities", type: "table", data: rows, schema: { primaryKey: ["code"], fields } }],
  };
}
