/** Of the screen that says what this page is. */
export const zhAbout = {
  about: {
    heading: "关于本站",
    lead: "用中文或英文问联合国大会决议写了什么；回答的每一句都能逐字对照到编了号的段落。",
    notTheUN: "与联合国的关系",
    independence: "本站不是联合国网站，与联合国无隶属关系，也不使用联合国徽记。这里的回答不是法律意见。",
    texts: "文本来源",
    terms: "决议文本取自联合国文件。转载须遵守联合国的使用条款并注明出处；正式文本以联合国发布的为准。",
    toTerms: "联合国使用条款",
    toOfficialTexts: "联合国正式文件系统",
    held_other: "文库现有{{count}}份决议。",
    toLibrary: "看文库",
    questions: "问题发往哪里，保存多久",
    software: "版本与许可",
    licence: "决议问答 {{version}} 版，代码以 Apache-2.0 许可。",
    drawing: "引用关系图由 React Flow（MIT 许可）绘制。",
  },
};
