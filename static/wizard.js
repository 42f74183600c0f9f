// Copy buttons, and what a swapped page needs: its own head, and the focus on its heading.

const headOf = (text) => new DOMParser().parseFromString(text, "text/html").head;

async function copy(field) {
  field.select();
  if (navigator.clipboard) return navigator.clipboard.writeText(field.value);
  if (!document.execCommand("copy")) throw new Error("refused");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await copy(document.getElementById(button.dataset.copy));
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.failed;
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  // The phone's share sheet takes the canonical link, so what belongs to the page before must not stay.
  document.head.querySelectorAll("[data-page]").forEach((element) => element.remove());
  document.head.append(...headOf(event.detail.xhr.responseText).querySelectorAll("[data-page]"));
  document.querySelector("[autofocus], h1")?.focus({ preventScroll: true });
});
