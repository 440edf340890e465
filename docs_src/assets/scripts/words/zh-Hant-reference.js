// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({
  "script.citation": "引文",
  "script.citation_copied": "已複製本段和出處。",
  "script.cited": "{quotation}——{source}",
  "script.cited_first_page": "{quotation}——{source}（頁碼為文件首頁）",
  "script.citing": "每段之後有「連結」和「引文」兩個按鈕。",
  "script.copy": "複製",
  "script.copy_citation": "複製本段引文：「{start}」",
  "script.copy_form": "複製{form}",
  "script.copy_link": "複製本段連結：「{start}」",
  "script.form_copied": "已複製{form}。",
  "script.link": "連結",
  "script.link_copied": "已複製本段連結。",
  "script.not_copied": "未能複製，請手工選取。",
  "script.save": "下載",
  "script.save_form": "下載{form}",
  "script.share": "用本機的分享功能發送",
  "script.share_here": "本頁網址",
  "script.share_offline": "本頁是從磁盤上打開的，沒有可以分享的網址。"
});
