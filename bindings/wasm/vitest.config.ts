import { playwright } from "@vitest/browser-playwright";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
const module = { "keyperson-module": path("dist/wasm/keyperson.js") };
const shared = { testTimeout: 120_000, hookTimeout: 120_000 };
// The cases lie outside this folder.
const server = { fs: { allow: [path("../..")] } };

export default defineConfig({
  test: {
    projects: [
      {
        server,
        resolve: { alias: { ...module, "keyperson/pages": path("dist/pages-node.js"), keyperson: path("dist/node.js") } },
        test: { ...shared, name: "node", include: ["test/*.test.ts"], execArgv: ["--expose-gc"] },
      },
      {
        server,
        resolve: { alias: { ...module, "keyperson/pages": path("dist/pages.js"), keyperson: path("dist/api.js") } },
        test: {
          ...shared,
          name: "chromium",
          include: ["test/*.test.ts"],
          // Packing and installing is Node's.
          exclude: ["test/package.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env["KEYPERSON_CHROMIUM"] ?? "/usr/bin/chromium",
                args: [
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                ],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
