import { defineConfig } from "vite";

export default defineConfig({
  // Only for county-chains/wasm; nothing of this is needed for county-chains itself.
  optimizeDeps: { exclude: ["county-chains/wasm"] },
  build: { rolldownOptions: { input: ["index.html", "light.html"] } },
});
