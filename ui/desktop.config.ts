// How the stories of tests/desktop are run: one after the other, each in a window of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The stories stand outside of this folder and use its packages. */
const packages = fileURLToPath(new URL("node_modules/", import.meta.url));

export default defineConfig({
  cacheDir: `${packages}.vite-desktop`,
  root: fileURLToPath(new URL("../tests/desktop/", import.meta.url)),
  resolve: {
    alias: [
      { find: /^(vitest|selenium-webdriver|playwright-core|axe-core)(?=$|\/)/, replacement: `${packages}$1` },
    ],
  },
  test: {
    include: [process.env.LECTERN_BENCH ? "*.bench.ts" : "*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
