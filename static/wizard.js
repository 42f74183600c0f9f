// Copying, fetching ahead, and what a swapped page needs.

// Selecting would open a phone's keyboard.
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    if (!document.execCommand("copy")) throw new Error();
  }
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

// A changed message is not copied any more.
document.addEventListener("input", ({ target }) => {
  const button = document.querySelector(`[data-copy="${target.id}"]`);
  if (button) button.parentElement.querySelector("[role=status]").textContent = "";
});

// What is fetched while the question is read is in the cache at the tap.
function fetchAhead() {
  if (navigator.connection?.saveData) return;
  for (const option of document.querySelectorAll("a[data-option]")) fetch(option.href, { priority: "low" }).catch(() => {});
}

// htmx keeps the path, and with it the answers, in the tab.
const forgetPath = () => sessionStorage.removeItem("htmx-current-path-for-history");

// A share sheet takes the canonical link, so the head must be this page's.
function replaceHead(html) {
  const { head } = new DOMParser().parseFromString(html.split("</head>")[0], "text/html");
  document.querySelectorAll("head [data-page]").forEach((element) => element.remove());
  document.head.append(...head.querySelectorAll("[data-page]"));
}

// The page is seen first.
function settle(html) {
  forgetPath();
  document.querySelector("h1, #question")?.focus({ preventScroll: true });
  setTimeout(() => {
    replaceHead(html);
    fetchAhead();
  }, 100);
}

// Where a picture of the page before takes over three frames, none is made again.
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
let begun = 0;
let slow = false;
document.addEventListener("htmx:beforeTransition", (event) => {
  if (slow || reducedMotion.matches) event.preventDefault();
  else begun = performance.now();
});
document.addEventListener("htmx:afterSwap", () => {
  slow ||= begun > 0 && performance.now() - begun > 50;
  begun = 0;
});

document.addEventListener("click", ({ target }) => {
  const { share: url, text } = target.closest("[data-share]")?.dataset ?? {};
  if (url) navigator.share({ title: document.title, text, url }).catch(() => {});
});
if (navigator.share) document.documentElement.classList.add("can-share");

addEventListener("load", fetchAhead);
document.addEventListener("htmx:afterSettle", ({ detail }) => detail.xhr && settle(detail.xhr.responseText));
document.addEventListener("htmx:historyRestore", ({ detail }) => settle(detail.serverResponse));
document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
document.addEventListener("htmx:load", forgetPath);
// The browser's own page says why nothing comes.
document.addEventListener("htmx:sendError", ({ detail }) => location.assign(detail.pathInfo.requestPath));
