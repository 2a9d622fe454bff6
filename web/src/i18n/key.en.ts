import type { zhKey } from "./key.zh";

export const enKey: typeof zhKey = {
  key: {
    heading: "This library is read by key",
    whyRead: "Reading needs a key; whoever runs this server has it. It stays in this tab and is forgotten when you close it.",
    whyAdd: "Adding files needs a key that may write; whoever runs this server has it. It stays in this tab and is forgotten when you close it.",
    label: "Key",
    enter: "Go on",
    wrong: "That is not the key. Check it and enter it again.",
    ended: "The key you had holds no more: it expired, was replaced or revoked. Enter another.",
    tooSmall: "This key may read, and not add files. Enter one that may write.",
    forget: "Forget the key",
    notSaved: "The file did not come.",
  },
};
