import { useCallback, useState } from "react";
import { navigate } from "wouter/use-browser-location";

import { ShortcutDialog } from "./ShortcutDialog";
import { LEADS_TO, type Shortcut } from "./shortcuts";
import { useShortcuts } from "./useShortcuts";

interface Props {
  onAsk: () => void;
  onNew: () => void;
}

/** Does what single keys say, and shows their list. */
export function FollowShortcuts({ onAsk, onNew }: Props) {
  const [listed, setListed] = useState(false);
  const follow = useCallback(
    (shortcut: Shortcut) => {
      if (shortcut === "ask") onAsk();
      else if (shortcut === "new") onNew();
      else if (shortcut === "help") setListed(true);
      else navigate(LEADS_TO[shortcut]);
    },
    [onAsk, onNew],
  );
  useShortcuts(follow);
  return <ShortcutDialog open={listed} onClose={() => setListed(false)} />;
}
