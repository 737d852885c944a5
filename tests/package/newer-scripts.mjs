// What a built script uses that is newer than the promise: syntax, globals, and names behind a point.

import { parse } from "acorn";
import { ancestor, full } from "acorn-walk";
import { lacking, lookUp, membersBy } from "./newer.mjs";

/** Chromium 64 reads all of ES2018; acorn refuses what is newer than this, and what lies between is asked of the table. */
const NEWEST = 2020;

/** Where the table has the syntax that came after ES2018, and what of ES2018 came late elsewhere. */
const SYNTAX = {
  ChainExpression: () => ["operators", "optional_chaining"],
  LogicalExpression: ({ operator }) => operator === "??" && ["operators", "nullish_coalescing"],
  CatchClause: ({ param }) => !param && ["statements", "try_catch", "optional_catch_binding"],
  ImportExpression: () => ["operators", "import"],
  MetaProperty: ({ meta }) => meta.name === "import" && ["operators", "import_meta"],
  SpreadElement: () => ["operators", "spread"],
  ForOfStatement: ({ await: waits }) => waits && ["statements", "for_await...of"],
  Literal: ({ bigint, regex }) => (bigint && ["builtins", "BigInt"]) || (regex && pattern(regex)),
};

function pattern({ pattern, flags }) {
  if (/\(\?<[=!]/.test(pattern)) return ["regular_expressions", "lookbehind_assertion"];
  if (/\(\?</.test(pattern)) return ["regular_expressions", "named_capturing_group"];
  if (/\\[pP]\{/.test(pattern)) return ["regular_expressions", "unicode_character_class_escape"];
  return flags.includes("s") && ["builtins", "RegExp", "dotAll"];
}

const members = membersBy();

/** What is newer in a script, each once: "name (browsers)". @param {string} code */
export function newerInScript(code) {
  const options = { ecmaVersion: NEWEST, sourceType: "module", allowReturnOutsideFunction: true };
  const tree = parse(code, options);
  const found = new Map();
  const note = (name, lack) => lack && found.set(name, lack);
  const asked = namesAskedFor(tree);
  const declared = declaredIn(tree);
  const own = keysOf(tree);
  full(tree, (node) => {
    const path = SYNTAX[node.type] && SYNTAX[node.type](node);
    if (path) note(path.at(-1), lacking(lookUp("javascript", ...path)));
  });
  ancestor(tree, {
    MemberExpression({ computed, property }) {
      const name = computed ? property.value : property.name;
      if (typeof name !== "string" || asked.has(name) || own.has(name) || !members.has(name)) return;
      const lacks = members.get(name).map((feature) => lacking(feature, name));
      // Something of that name is known everywhere; what else is called so cannot be told apart.
      if (lacks.every(Boolean)) note(`.${name}`, lacking(styleOf(name), name) || (styleOf(name) ? "" : lacks[0]));
    },
    Identifier({ name }) {
      if (declared.has(name) || asked.has(name)) return;
      const place = ["api", "javascript"].includes(name) ? undefined
        : lookUp("api", name) ?? lookUp("javascript", "builtins", name) ?? lookUp("api", "Window", name);
      note(name, lacking(place, name));
    },
  });
  return found;
}

/** The property of styles that a script writes as `name`. */
const styleOf = (name) => lookUp("css", "properties", name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/** Names that the script gives to parts of its own objects and classes; esbuild shortens some to two letters. */
function keysOf(tree) {
  const names = new Set();
  full(tree, ({ type, computed, key, left }) => {
    if (["Property", "MethodDefinition"].includes(type) && !computed) names.add(key.name ?? key.value);
    if (type === "AssignmentExpression" && left.type === "MemberExpression" && left.object.type === "ThisExpression") names.add(left.property.name);
  });
  return names;
}

/** Names that the script asks for before it uses them: `typeof X`, `"x" in y`. */
function namesAskedFor(tree) {
  const names = new Set();
  full(tree, (node) => {
    if (node.type === "UnaryExpression" && node.operator === "typeof") {
      const { name, property } = node.argument;
      if (name || property) names.add(name ?? property.name);
    }
    if (node.type === "BinaryExpression" && node.operator === "in" && typeof node.left.value === "string") names.add(node.left.value);
  });
  return names;
}

/** Names that are the script's own somewhere in it, which no global of that name can be told from. */
function declaredIn(tree) {
  const names = new Set();
  const take = (pattern) => pattern && full(pattern, ({ type, name }) => type === "Identifier" && names.add(name));
  full(tree, (node) => {
    if (node.type === "VariableDeclarator") take(node.id);
    if (/Function|Class/.test(node.type) && node.id) names.add(node.id.name);
    if (node.params) node.params.forEach(take);
    if (node.type === "CatchClause") take(node.param);
    if (/^Import.*Specifier$/.test(node.type)) names.add(node.local.name);
  });
  return names;
}
