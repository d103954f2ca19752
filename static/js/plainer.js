// While somebody writes, look for hard words and show them beside the text. Without this script a button does the same.
const WAIT = 600;
const WAIT_TO_SAY = 2000;
const KEPT = "plainer.ignored";
const OFF = "plainer.off";

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || [];
  } catch {
    return [];
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows the panel.
  }
}

function start(panel) {
  const text = document.getElementById(panel.dataset.plainer);
  const shown = panel.querySelector("[data-found]");
  const heard = panel.querySelector("[data-heard]");
  const live = panel.querySelector("[data-live]");
  const box = live.querySelector("input");
  let timer, sayer, asking;
  let told = "";

  async function look(unfinished) {
    asking?.abort();
    asking = new AbortController();
    const said = text.value;
    const body = new URLSearchParams({ text: said, form: panel.dataset.form });
    if (unfinished) body.set("unfinished", "1");
    for (const mark of kept()) body.append("ignored", mark);
    const token = text.form.querySelector("[name=csrf_token]");
    if (token) body.set("csrf_token", token.value);
    let answer;
    try {
      answer = await fetch(panel.dataset.address, { method: "POST", body, signal: asking.signal });
      if (!answer.ok) return;
      const html = await answer.text();
      if (text.value === said) show(html);
    } catch {
      // No connection, or a newer text: what is shown stays until the next answer.
    }
  }

  function show(html) {
    const open = shown.querySelector("details")?.open;
    shown.innerHTML = html;
    const rest = shown.querySelector("details");
    if (rest && open) rest.open = true;
    for (const button of shown.querySelectorAll("[data-go]")) button.hidden = false;
    clearTimeout(sayer);
    sayer = setTimeout(() => {
      const count = shown.querySelector("[data-count]").textContent;
      if (count !== told) heard.textContent = told = count;
    }, WAIT_TO_SAY - WAIT);
  }

  // Where the words of a finding stand now: the text may have changed since.
  function place(item) {
    const words = item.dataset.words;
    const from = Number(item.dataset.start);
    if (text.value.startsWith(words, from)) return from;
    const before = text.value.lastIndexOf(words, from);
    return before >= 0 ? before : text.value.indexOf(words);
  }

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const item = button && button.closest("[data-words]");
    if (button?.name === "look") {
      event.preventDefault();
      look(false);
    }
    if (!item) return;
    event.preventDefault();
    if (button.name === "ignore") {
      keep(KEPT, JSON.stringify([...new Set([...kept(), item.dataset.mark])].slice(-200)));
      look(false);
      panel.querySelector("[name=look]").focus();
      return;
    }
    const from = place(item);
    if (from < 0) return;
    const to = from + item.dataset.words.length;
    text.focus();
    text.setSelectionRange(from, to);
    if (button.name === "use") {
      text.setRangeText(button.dataset.swap, from, to, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  text.addEventListener("input", () => {
    clearTimeout(timer);
    clearTimeout(sayer);
    if (box.checked) timer = setTimeout(() => look(true), WAIT);
  });
  box.addEventListener("change", () => keep(OFF, box.checked ? "" : "1"));
  try {
    box.checked = localStorage.getItem(OFF) !== "1";
  } catch {
    box.checked = true;
  }
  live.hidden = false;
  if (text.value && box.checked) look(true);
}

for (const panel of document.querySelectorAll("[data-plainer]")) start(panel);
