import type { zhConversations } from "./conversations.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhConversations & {
  conversations: { found_one: string; keptFor_one: string; deleteAllAsk_one: string };
};

export const enConversations: English = {
  conversations: {
    heading: "Conversations",
    search: "Find a conversation",
    loading: "Listing the conversations…",
    offline: "Conversations are listed when the network is back.",
    none: "No conversations yet. What you ask is kept here, for this browser alone.",
    noMatch: "No conversation says “{{words}}”.",
    found_one: "1 conversation found",
    found_other: "{{count}} conversations found",
    earlier: "Show earlier ones",
    actions: "“{{title}}”: actions",
    rename: "Rename",
    newTitle: "New title",
    firstQuestion: "Blank: its first question",
    save: "Save",
    cancel: "Cancel",
    export: { md: "Export as Markdown", json: "Export as JSON", docx: "Export as Word" },
    delete: "Delete",
    deleted: "Deleted",
    undo: "Undo",
    keptFor_one: "Kept for this browser alone, and deleted when unused for a day.",
    keptFor_other: "Kept for this browser alone, and deleted when unused for {{count}} days.",
    keptUntilDeleted: "Kept for this browser alone, until you delete them.",
    deleteAll: "Delete all…",
    deleteAllAsk_one: "Delete your conversation?",
    deleteAllAsk_other: "Delete all {{count}} conversations?",
    deleteAllMeans:
      "With the answers you shared from them and your feedback. This cannot be undone. The library stays as it is.",
    deleteAllDo: "Delete all",
    notChanged: "Nothing was changed.",
    notFetched: "The conversations could not be fetched.",
    opening: "Opening the conversation…",
    missing: "No such conversation",
    missingWhy:
      "It may have been deleted, or its time is over. Or it was held in another browser: a conversation is seen only in the browser that asked.",
    askAnew: "Ask a new question",
  },
};
