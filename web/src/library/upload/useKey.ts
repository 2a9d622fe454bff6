import { useState } from "react";

const REMEMBERED = "resolution-assistant.upload-key";

/** The key to uploads, entered once and forgotten with the tab. */
export function useKey() {
  const [key, setKey] = useState<string | null>(() => sessionStorage.getItem(REMEMBERED));
  const keep = (entered: string) => {
    sessionStorage.setItem(REMEMBERED, entered);
    setKey(entered);
  };
  const forget = () => {
    sessionStorage.removeItem(REMEMBERED);
    setKey(null);
  };
  return { key, keep, forget };
}
