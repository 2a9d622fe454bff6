import { useLang } from "../i18n/useLang";
import { forgetKey } from "./key";
import { useKey } from "./useKey";

/** Takes the key back, and with it all that the page has read by it. */
export function ForgetKey({ className }: { className: string }) {
  const { t } = useLang();
  const { key } = useKey();
  if (key === null) return null;
  const forget = () => {
    forgetKey();
    window.location.reload();
  };
  return (
    <button type="button" className={className} onClick={forget}>
      {t("key.forget")}
    </button>
  );
}
