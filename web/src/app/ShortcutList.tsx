import { useLang } from "../i18n/useLang";
import { SHORTCUTS } from "./shortcuts";
import { useShortcutsOn } from "./useShortcuts";

/** The single keys and what they do, and the switch that turns them off. */
export function ShortcutList() {
  const { t } = useLang();
  const [on, choose] = useShortcutsOn();
  return (
    <>
      <table className="shortcuts">
        <caption className="visually-hidden">{t("shell.shortcuts.heading")}</caption>
        <tbody>
          {SHORTCUTS.map(({ key, name }) => (
            <tr key={name}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(`shell.shortcuts.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="switch">
        <input type="checkbox" checked={on} onChange={(event) => choose(event.target.checked)} />
        {t("shell.shortcuts.on")}
      </label>
    </>
  );
}
