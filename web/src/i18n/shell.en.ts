import type { zhShell } from "./shell.zh";

export const enShell: typeof zhShell = {
  shell: {
    navigation: "Main",
    subtitle: "Resolution Assistant",
    menu: "Menu",
    tools: "Tools",
    links: {
      library: "Library",
      mandates: "Mandates",
      compare: "Compare",
      series: "Series",
      graph: "References",
    },
    theme: { label: "Light or dark", system: "Automatic", light: "Light", dark: "Dark" },
    about: "About",
    title: "{{subject}} · Resolution Assistant",
    skip: "Skip to the content",
    loading: "Opening…",
    coming: "This screen is being built.",
    slow: "Slower than usual; still waiting for the server.",
    missingCode:
      "This screen could not be fetched: the server may have a new version, or the network is down. Reload to go on.",
    broken: "Something on this screen broke; the rest still works.",
    crashedLead: "Nothing you asked is lost: after reloading, your conversations are in the list.",
    notFoundLead: "The address may be mistyped, or its content has moved.",
    full: "Full width",
    toLibrary: "Library",
    shortcuts: {
      heading: "Keyboard shortcuts",
      ask: "Go to the question box",
      new: "New conversation",
      library: "Library",
      mandates: "Mandates and deadlines",
      compare: "Compare",
      series: "Series",
      graph: "References",
      help: "This list",
      on: "Use single-key shortcuts (never while you type)",
    },
  },
};
