"""A Chinese voice for browsers that have none: it keeps what it is asked to say."""

CHINESE_VOICE = """(() => {
  const said = [];
  const last = [];
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-US", name: "E" }, { lang: "zh-CN", name: "甲" }],
    speak: utterance => { if (utterance.text) { said.push(utterance.text); last[0] = utterance; } },
    cancel() {}, addEventListener() {},
  } });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  window.said = said;
  window.finish = () => last[0].onend();
})()"""
"""Script that runs before those of the page; ``said`` holds the pieces, ``finish()`` ends the last one.

An empty piece says nothing: a page begins with one so that touch screens let it speak.
"""
