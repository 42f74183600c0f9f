// Copy buttons, and what a swapped page needs: its own head, and the focus on its heading.

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

// htmx keeps the path of the page, and with it the answers, in the tab's storage; nothing here needs it.
const forgetPath = () => sessionStorage.removeItem("htmx-current-path-for-history");

function settle(html) {
  forgetPath();
  // A phone's share sheet takes the canonical link, so what belongs to the page before must not stay in the head.
  const head = new DOMParser().parseFromString(html, "text/html").head;
  document.querySelectorAll("head [data-page]").forEach((element) => element.remove());
  document.head.append(...head.querySelectorAll("[data-page]"));
  document.querySelector("h1, #question")?.focus({ preventScroll: true });
}

document.addEventListener("htmx:afterSettle", ({ detail }) => detail.xhr && settle(detail.xhr.responseText));
document.addEventListener("htmx:historyRestore", ({ detail }) => settle(detail.serverResponse));
document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
document.addEventListener("htmx:load", forgetPath);
// Without a connection the browser's own page says why nothing comes.
document.addEventListener("htmx:sendError", ({ detail }) => location.assign(detail.pathInfo.requestPath));
