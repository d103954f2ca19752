// After a form came back with errors, take the reader to the list of them, and from there into each field.
const summary = document.querySelector("[data-errors]");

if (summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const top = field.closest(".field") || field;
    top.scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
