import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where `npm run dev` finds a running `assistant serve`. */
const API = process.env.ASSISTANT_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/api": API } },
  build: {
    outDir: "../assistant/server/static",
    emptyOutDir: true,
    // The content-security policy allows nothing but our own origin, so no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One script of about 200 kB compressed; the budget is 300.
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      onwarn(warning, warn) {
        // Hundreds of these come from "use client" in @assistant-ui and would drown real ones.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
