// Read a part of a page aloud with the browser's own voice, sentence by sentence. Without a voice the buttons stay
// hidden. Some browsers can't go on after a pause, so a pause stops, and going on begins that sentence again.
const voice = window.speechSynthesis;
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, blockquote, summary, th, td, pre, figcaption";
const LEFT_OUT = "[data-listen], [hidden], form, button:not(.term), .heard, .actions, .crumbs, nav, [aria-hidden=true]";
let stopOther = null;

// The words that are seen, in the order of the page, each sentence with the block that it stands in.
function sentences(root) {
  const runs = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.closest(LEFT_OUT) || around.checkVisibility?.() === false) continue;
    const block = around.closest(BLOCKS) || root;
    const last = runs.at(-1);
    if (last?.block === block) last.words += walker.currentNode.data;
    else runs.push({ block, words: walker.currentNode.data });
  }
  return runs.flatMap(({ block, words }) =>
    (words.replace(/\s+/g, " ").match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]|$)*/g) || [])
      .map((text) => ({ block, text: text.trim() }))
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
}

function ready(bar) {
  const root = document.getElementById(bar.dataset.listen);
  const say = bar.querySelector("[data-say]");
  const stop = bar.querySelector("[data-stop]");
  if (!root) return;
  let list = [];
  let at = 0;
  let going = false;
  let turn = 0; // what an earlier turn still tells us counts no more

  function mark(block) {
    for (const one of document.querySelectorAll(".being-read")) one.classList.remove("being-read");
    block?.classList.add("being-read");
  }

  function show(word, begun) {
    say.querySelector("[data-word]").textContent = bar.dataset[word];
    stop.hidden = !begun;
  }

  function quiet() {
    going = false;
    turn += 1;
    voice.cancel();
    mark(null);
  }

  function end() {
    quiet();
    if (document.activeElement === stop) say.focus();
    list = [];
    at = 0;
    show("start", false);
  }

  function next(mine) {
    if (mine !== turn) return;
    if (at >= list.length) {
      end();
      return;
    }
    const { block, text } = list[at];
    const said = new SpeechSynthesisUtterance(text);
    said.lang = block.closest("[lang]")?.lang || document.documentElement.lang;
    said.onend = () => {
      if (mine === turn) at += 1;
      next(mine);
    };
    said.onerror = () => mine === turn && end();
    mark(block);
    voice.speak(said);
  }

  say.addEventListener("click", () => {
    if (going) {
      quiet();
      show("goOn", true);
      return;
    }
    if (stopOther && stopOther !== end) stopOther();
    stopOther = end;
    quiet();
    going = true;
    if (!list.length) list = sentences(root);
    show("pause", true);
    next(turn);
  });
  stop.addEventListener("click", end);
  bar.hidden = false;
}

// In some browsers the voices come a moment after the page.
function begin() {
  if (!voice.getVoices().length) return;
  for (const bar of document.querySelectorAll("[data-listen][hidden]")) ready(bar);
}

if (voice && window.SpeechSynthesisUtterance) {
  voice.addEventListener?.("voiceschanged", begin);
  begin();
  window.addEventListener("pagehide", () => voice.cancel());
}
