// The guide has a page for each language. The script only copies code, and follows links with `?lang=` to the right page.

import { requestedLanguage, startPage } from "./page.js";

const PAGES = { "zh-Hans": "guide.html", "zh-Hant": "guide.zh-Hant.html", en: "guide.en.html" };

const { lang } = document.documentElement;
const wanted = new URLSearchParams(location.search).has("lang") ? requestedLanguage() : lang;
if (wanted === lang) startPage({}, { first: lang });
else location.replace(PAGES[wanted] + location.hash);
