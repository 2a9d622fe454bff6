/** Of the library. */
export const zhLibrary = {
  library: {
    heading: "决议库",
    count_other: "共{{count}}份决议",
    loading: "正在列出决议…",
    empty: "库里还没有决议。用 assistant ingest 加入文件后即可提问。",
    counts: "序言{{preambular}}段，执行部分{{operative}}段",
    bilingual: "中英对照",
  },
};
