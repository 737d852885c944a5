// Builds custom-elements.json, which describes the element to editors and documentation tools, from its type declarations.

import { create, ts } from "@custom-elements-manifest/analyzer";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The module of the package that registers the element, and the one that contains its class. */
const DEFINES = "dist/module/index.js";
const DECLARES = "dist/module/element.js";

/**
 * The manifest, schema 2.1.0 of custom-elements-manifest.
 *
 * @param {string} www the folder of the type declarations
 */
export function manifest(www) {
  const read = (file, name) => ts.createSourceFile(name, readFileSync(join(www, file), "utf8"), ts.ScriptTarget.ES2020, true);
  const source = read("element.d.ts", DECLARES);
  const { modules: [module] } = create({ modules: [source] });
  const declaration = module.declarations.find(({ customElement }) => customElement);
  declaration.members = declaration.members.filter(({ name }) => name !== "observedAttributes");
  // Of a property, the analyzer gives the attribute the same name: headingLevel.
  for (const member of declaration.members) {
    if (member.attribute) member.attribute = member.attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
  const aliases = new Map([...aliasesOf(source), ...aliasesOf(read("names.d.ts", "names.d.ts"))]);
  declaration.attributes = declaration.members.filter(({ attribute }) => attribute).map((member) => attributeOf(member, aliases));
  const name = declaration.tagName;
  const reference = { name: declaration.name, module: DECLARES };
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: DECLARES,
        declarations: [declaration],
        exports: [{ kind: "js", name: declaration.name, declaration: reference }],
      },
      {
        kind: "javascript-module",
        path: DEFINES,
        declarations: [],
        exports: [
          { kind: "custom-element-definition", name, declaration: reference },
          { kind: "js", name: declaration.name, declaration: reference },
        ],
      },
    ],
  };
}

/** The attribute of a property, with its possible values, which editors suggest. */
const attributeOf = ({ attribute, name, description, type, default: value }, aliases) => ({
  name: attribute, fieldName: name, description, type: { text: aliases.get(type.text) || type.text }, default: value,
});

/** Type aliases and their definitions, each in one line. */
function aliasesOf(source) {
  const text = (node) => node.getText(source).replace(/\s+/g, " ").replace(/^\| /, "");
  return new Map(source.statements.filter(ts.isTypeAliasDeclaration).map((node) => [text(node.name), text(node.type)]));
}
