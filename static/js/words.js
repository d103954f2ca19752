// A hard word explained where it stands: the link to its page becomes a button that opens the meaning after the sentence.
for (const link of document.querySelectorAll("a.term[data-opens]")) {
  const meaning = document.getElementById(link.dataset.opens);
  if (!meaning) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "term";
  button.append(...link.childNodes);
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", meaning.id);
  button.addEventListener("click", () => {
    meaning.hidden = !meaning.hidden;
    button.setAttribute("aria-expanded", String(!meaning.hidden));
  });
  link.replaceWith(button);
}
