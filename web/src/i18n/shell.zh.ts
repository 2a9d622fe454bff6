/** Of the frame: navigation, theme, what every screen shares. */
export const zhShell = {
  shell: {
    navigation: "主导航",
    menu: "菜单",
    links: { library: "文库", mandates: "任务与期限", compare: "比较", series: "系列", graph: "引用关系" },
    theme: { label: "明暗", system: "跟随系统", light: "浅色", dark: "深色" },
    about: "关于本站",
    title: "{{subject}} · 决议问答",
    skip: "跳到正文",
    loading: "正在打开…",
    coming: "这一屏还在建。",
    missingCode: "这一屏没有取到：服务器可能已换了新版本，或网络断开。重新载入即可继续。",
    notFoundLead: "地址可能写错了，或内容已经移走。",
    toLibrary: "文库",
  },
};
