import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { makeQueryClient } from "./api/queries";
import { App } from "./app/App";
import { Crash } from "./app/Crash";
import { startI18n } from "./i18n";
import "./styles/index.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root element");

await startI18n();
createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
);
