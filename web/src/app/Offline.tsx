import { DownloadFailed } from "../access/DownloadFailed";
import { useLang } from "../i18n/useLang";
import { useOnline } from "./useEnvironment";

/** Says that the network is gone, what was shown staying; or that a file did not come. */
export function Offline() {
  const { t } = useLang();
  const online = useOnline();
  // The region is there before its words, or a screen reader would miss them.
  return (
    <div className="offline" role="status">
      {!online && <p>{t("app.offline")}</p>}
      <DownloadFailed />
    </div>
  );
}
