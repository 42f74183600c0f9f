// Copying, fetching ahead, and what a swapped page needs.

// Whether it was copied. Selecting would open a phone's keyboard, and needs a field that is seen.
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.hidden = false;
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

// The button itself says what came of it, and a status does to who listens.
addEventListener("click", async ({ target }) => {
  const { dataset } = target;
  const { copy: id } = dataset;
  if (!id) return;
  dataset.what ??= target.textContent;
  const status = document.getElementById("status");
  status.textContent = "";
  target.textContent = status.textContent = dataset[await copy(document.getElementById(id))];
});

// A changed message is not copied any more.
addEventListener("input", ({ target }) => {
  const button = document.querySelector(`[data-copy="${target.id}"][data-what]`);
  if (button) button.textContent = button.dataset.what;
});

// Without field-sizing, messages take the height of their lines as they come to be seen.
function fit() {
  if (CSS.supports("field-sizing", "content")) return;
  for (const field of document.querySelectorAll("textarea")) {
    field.style.height = 0;
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}
for (const event of ["load", "resize", "input", "change", "toggle"]) addEventListener(event, fit, true);

// What is fetched while the question is read is in the cache at the tap: the first two options, and of the others the
// one that a pointer or the focus comes upon.
function fetchPage(option) {
  if (!option || navigator.connection?.saveData) return;
  fetch(option.href, { priority: "low" }).catch(() => {});
}
const OPTION = "a[data-option]";
const fetchAhead = () => [...document.querySelectorAll(OPTION)].slice(0, 2).forEach(fetchPage);
for (const event of ["pointerover", "focusin"]) addEventListener(event, ({ target }) => fetchPage(target.closest(OPTION)));

// htmx would keep the path, and with it the answers, in the tab.
Storage.prototype.setItem = () => {};

// A share sheet takes the canonical link, so the head must be this page's.
function replaceHead(html) {
  const { head } = new DOMParser().parseFromString(html.split("</head>")[0], "text/html");
  document.querySelectorAll("head [data-page]").forEach((element) => element.remove());
  document.head.append(...head.querySelectorAll("[data-page]"));
}

// The page is seen first.
function settle(html) {
  fit();
  document.querySelector("h1, #question")?.focus({ preventScroll: true });
  setTimeout(() => {
    replaceHead(html);
    fetchAhead();
  }, 100);
}

// Back returns to the place that was left, its open folds, and the link that was followed.
const folds = () => [...document.querySelectorAll("details")];
addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
  const open = folds().map((fold) => fold.open);
  history.replaceState({ htmx: true, open, link: [...document.links].indexOf(detail.requestConfig.elt), place: scrollY }, "");
});
let left;
addEventListener("popstate", ({ state }) => (left = state)); // htmx writes its own over it
function comeBack() {
  const { open = [], link, place = 0 } = left;
  history.replaceState(left, "");
  folds().forEach((fold, index) => (fold.open = open[index]));
  document.links[link]?.focus({ preventScroll: true });
  scrollTo(0, place);
}

// A screen reader says the new page only where the focus was given up before.
addEventListener("htmx:beforeSwap", () => document.activeElement?.blur());

// Where a picture of the page before takes over three frames, none is made again.
let begun = 0;
let slow;
addEventListener("htmx:beforeTransition", (event) => {
  const onTheWayBack = !event.detail.xhr;
  if (slow || onTheWayBack || matchMedia("(prefers-reduced-motion: reduce)").matches) event.preventDefault();
  else begun = performance.now();
});
addEventListener("htmx:afterSwap", () => {
  slow ||= begun > 0 && performance.now() - begun > 50;
  begun = 0;
});

addEventListener("click", ({ target }) => {
  const { share: url, text } = target.dataset;
  if (url) navigator.share({ title: document.title, text, url }).catch(() => {});
});
document.documentElement.className = navigator.share ? "can-copy can-share" : "can-copy";

addEventListener("load", fetchAhead);
addEventListener("htmx:afterSettle", ({ detail }) => detail.xhr && settle(detail.xhr.responseText));
addEventListener("htmx:historyRestore", ({ detail }) => {
  settle(detail.serverResponse);
  comeBack();
});
addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
// The browser's own page says why nothing comes.
addEventListener("htmx:sendError", ({ detail }) => location.assign(detail.pathInfo.requestPath));
