/** Of what the tools share. */
export const zhTools = {
  tools: {
    newest: "文库里最新的决议",
    pick: "文号或标题",
    picking: "正在查找……",
    pickedNone: "文库里没有。",
    coverage_other: "文库共{{count}}份决议。",
    heldNot: "库中没有",
    open: "打开{{what}}",
  },
};
