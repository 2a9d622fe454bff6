import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { KeyGate } from "./access/KeyGate";
import { makeQueryClient } from "./api/queries";
import { App } from "./app/App";
import { noteArrivals } from "./app/arrival";
import { Crash } from "./app/Crash";
import { screenOf } from "./app/routes";
import { preload } from "./app/screens";
import { followTheme } from "./app/theme";
import { startI18n } from "./i18n";
import "./styles/index.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root element");

// The screen's own code comes beside that of the frame, not after it.
preload(screenOf(window.location.pathname, "", "").kind);
followTheme();
noteArrivals();
await startI18n().catch((cause: unknown) => {
  // Without its strings the page has no words of its own, and a blank would say nothing.
  root.textContent = "页面没有载全，请重新载入。The page did not load completely: please reload it.";
  throw cause;
});
createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={makeQueryClient()}>
        <KeyGate>
          <App />
        </KeyGate>
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
);
