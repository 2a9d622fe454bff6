import type { zhShell } from "./shell.zh";

export const enShell: typeof zhShell = {
  shell: {
    navigation: "Main",
    menu: "Menu",
    links: { library: "Library", mandates: "Mandates", compare: "Compare", series: "Series", graph: "References" },
    theme: { label: "Light or dark", system: "As the system", light: "Light", dark: "Dark" },
    about: "About",
    title: "{{subject}} · Resolution Assistant",
    skip: "Skip to the content",
    loading: "Opening…",
    coming: "This screen is being built.",
    missingCode:
      "This screen could not be fetched: the server may have a new version, or the network is down. Reload to go on.",
    notFoundLead: "The address may be mistyped, or its content has moved.",
    toLibrary: "Library",
  },
};
