// The titles of tests, for documents that name them.

/** The titles of the tests in a source, `…` for what a template fills in. Those of Rust read as words. */
function titles(source) {
  const filled = source.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "…");
  const quoted = [...filled.matchAll(/(?:\b(?:test|it)\(|\bcases\[)\s*(["'`])((?:\\.|(?!\1).)*)\1/g)].map(([, , title]) => title);
  const rust = [...source.matchAll(/#\[test\]\s+fn (\w+)/g)].map(([, name]) => name.replaceAll("_", " "));
  return [...quoted, ...rust];
}

/**
 * Whether a source has a test with this title. In the title … stands for any words; where one test stands for several, what
 * differs is left out so.
 */
export function hasTest(source, title) {
  const pattern = title.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+");
  return titles(source).some((name) => new RegExp(`^${pattern}$`).test(name));
}
