import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Vue is told which tags are elements and no components of its own.
const isCustomElement = (tag) => tag === "county-chains";

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
