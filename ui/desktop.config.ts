// How the stories of tests/desktop are run: one after the other, each in a window of its own.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The stories stand outside of this folder and use its packages. */
const packages = fileURLToPath(new URL("node_modules/", import.meta.url));

export default defineConfig({
  cacheDir: `${packages}.vite-desktop`,
  // One story has the page's own state in its hands.
  plugins: [svelte()],
  server: { fs: { allow: [fileURLToPath(new URL("../", import.meta.url))] } },
  resolve: {
    conditions: ["browser"],
    alias: [
      {
        find: /^(vitest|selenium-webdriver|playwright-core|axe-core|prosemirror-\w+|@tauri-apps\/api)(?=$|\/)/,
        replacement: `${packages}$1`,
      },
    ],
  },
  test: {
    include: [`../tests/desktop/*.${process.env.LECTERN_BENCH ? "bench" : "test"}.ts`],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
