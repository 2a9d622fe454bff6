import { useAbout } from "../api/queries";
import { useLang } from "../i18n/useLang";
import { DeleteAll } from "./DeleteAll";

/** For how long and for whom conversations are kept, and how to be rid of them all. */
export function HowKept({ total }: { total: number }) {
  const { t } = useLang();
  const days = useAbout().data?.conversation_days;
  return (
    <div className="kept-foot">
      {days !== undefined && (
        <p>{days > 0 ? t("conversations.keptFor", { count: days }) : t("conversations.keptUntilDeleted")}</p>
      )}
      <DeleteAll total={total} />
    </div>
  );
}
