// Hands a text over as a file; what offers one loads it when somebody asks for that.
(() => {
  "use strict";
  const tools = window.gongbaoTools;

  tools.saveFile = (name, text, type) => {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    tools.make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
})();
