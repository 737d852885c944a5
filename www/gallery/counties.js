// The county-level units as options of a select, grouped by city.

/** Loads the counties of data.json, sorted by code. @returns {Promise<object[]>} */
export async function loadCounties() {
  const answer = await fetch("/county-chains/data.json");
  if (!answer.ok) throw new Error(`data.json: ${answer.status}`);
  const { counties } = await answer.json();
  return counties.sort((one, other) => one.code.localeCompare(other.code));
}

/** Fills `select` in `lang` below its first option, which is “none”. The chosen option stays. */
export function showCounties(select, counties, lang) {
  const chosen = select.value;
  const groups = new Map();
  for (const { code, name, city, prefecture } of counties) {
    if (!groups.has(prefecture)) {
      const group = document.createElement("optgroup");
      group.label = city[lang];
      groups.set(prefecture, group);
    }
    groups.get(prefecture).append(new Option(name[lang], code));
  }
  select.replaceChildren(select.options[0], ...groups.values());
  choose(select, chosen);
}

/** Chooses a county. Until the list is loaded, an option shows its code. */
export function choose(select, code) {
  if (code && ![...select.options].some(({ value }) => value === code)) select.append(new Option(code, code));
  select.value = code;
}
