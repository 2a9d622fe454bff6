/** Of one answer under an address of its own. */
export const zhAnswers = {
  answers: {
    heading: "一则回答",
    lead: "{{asked}}提问。",
    sharedSince: "{{shared}}起分享。",
    loading: "正在取回答……",
    gone: "没有这则回答，或者它不再分享",
    goneWhy: "链接可能写错了；分享的人也可能已停止分享，或删去了那段对话。",
    askAnew: "自己提问",
    askThis: "自己问这个问题",
    askThisWhy: "问题会放进提问框，可以先改再问，用库中现在的文本作答。",
    askFollowUp: "这是一句追问，承接了上文。单独问时，请在提问框里补上所指的决议。",
    same_other: "所引{{count}}段，与库中现在的文本一字不差。",
    notSame: "提问之后，库中的文本有变化：{{changes}}。下面的回答照当时的文本保留。",
    changedParts: "{{places}}已改动",
    goneParts: "{{places}}已不在库中",
    joint: "、",
    and: "；",
    tag: { changed: "已改动", gone: "已移出" },
    state: {
      changed: "这是提问时的文本；库中现在的文本已经改动。",
      gone: "这是提问时的文本；库中已经没有这一段。",
    },
    more: "这则回答只含第一页。自己提问可以看到全部。",
    private: "这是您自己的回答，还没有分享：只有您能打开这个地址。",
  },
};
