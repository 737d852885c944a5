// The guide is written in each language as a page of its own; only its buttons, and links that name a language, need a
// script.

import { requestedLanguage, startPage } from "./page.js";

const PAGES = { "zh-Hans": "guide.html", "zh-Hant": "guide.zh-Hant.html", en: "guide.en.html" };

const { lang } = document.documentElement;
const wanted = new URLSearchParams(location.search).has("lang") ? requestedLanguage() : lang;
if (wanted === lang) startPage({}, { first: lang });
else location.replace(PAGES[wanted] + location.hash);
