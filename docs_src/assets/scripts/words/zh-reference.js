// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({
  "script.citation": "引文",
  "script.citation_copied": "已复制本段和出处。",
  "script.cited": "{quotation}——{source}",
  "script.cited_first_page": "{quotation}——{source}（页码为文件首页）",
  "script.citing": "每段之后有“链接”和“引文”两个按钮。",
  "script.copy": "复制",
  "script.copy_citation": "复制本段引文：“{start}”",
  "script.copy_form": "复制{form}",
  "script.copy_link": "复制本段链接：“{start}”",
  "script.form_copied": "已复制{form}。",
  "script.link": "链接",
  "script.link_copied": "已复制本段链接。",
  "script.not_copied": "未能复制，请手工选取。",
  "script.save": "下载",
  "script.save_form": "下载{form}",
  "script.share": "用本机的分享功能发送",
  "script.share_here": "本页网址",
  "script.share_offline": "本页是从磁盘上打开的，没有可以分享的网址。"
});
