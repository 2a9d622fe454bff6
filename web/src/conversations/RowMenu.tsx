import { Menu, MenuButton, MenuItem, MenuProvider, MenuSeparator } from "@ariakit/react/menu";

import { Download } from "../access/Download";
import type { ConversationSummary } from "../api/types";
import { useLang } from "../i18n/useLang";
import { EXPORTS, exportHref } from "./api";

interface Props {
  conversation: ConversationSummary;
  onRename: () => void;
  onDelete: () => void;
}

/** What can be done with a conversation. */
export function RowMenu({ conversation, onRename, onDelete }: Props) {
  const { t, lang } = useLang();
  return (
    <MenuProvider placement="bottom-end">
      <MenuButton className="kept-more" aria-label={t("conversations.actions", { title: conversation.title })}>
        <span aria-hidden="true">⋯</span>
      </MenuButton>
      {/* The list it stands in scrolls, and would cut it. */}
      <Menu className="menu" gutter={2} fixed unmountOnHide>
        <MenuItem className="menu-item" onClick={onRename}>
          {t("conversations.rename")}
        </MenuItem>
        <MenuSeparator className="menu-separator" />
        {EXPORTS.map((format) => (
          <MenuItem
            key={format}
            className="menu-item"
            render={(props) => (
              <Download {...props} href={exportHref(conversation.id, format, lang)}>
                {props.children}
              </Download>
            )}
          >
            {t(`conversations.export.${format}`)}
          </MenuItem>
        ))}
        <MenuSeparator className="menu-separator" />
        <MenuItem className="menu-item" onClick={onDelete}>
          {t("conversations.delete")}
        </MenuItem>
      </Menu>
    </MenuProvider>
  );
}
