// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({});
