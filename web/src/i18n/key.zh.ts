/** Of the key by which the library is read, or written to. */
export const zhKey = {
  key: {
    heading: "查阅这个文库需要密钥",
    whyRead: "这个文库凭密钥查阅，请向管理者索取。密钥只留在这个标签页，关闭即忘。",
    whyAdd: "加入文件需要可写入的密钥，请向管理者索取。密钥只留在这个标签页，关闭即忘。",
    label: "密钥",
    enter: "继续",
    wrong: "密钥不对，请核对后再输入。",
    ended: "先前的密钥已失效：过期、更换或被吊销。请输入另一个。",
    tooSmall: "这个密钥只能查阅，不能加入文件。请换一个可写入的。",
    forget: "忘掉密钥",
    notSaved: "文件没有取到。",
  },
};
