// Looks at a text again when its writer pauses, and says below it what could be better.
const PAUSE = 1000;
const timers = new WeakMap();

async function look(textarea) {
  const box = textarea.closest(".rich-text");
  const headers = { "X-CSRFToken": textarea.form.elements.csrfmiddlewaretoken.value };
  const html = textarea.value;
  const response = await fetch(box.dataset.readability, { method: "POST", headers, body: new URLSearchParams({ html }) });
  // A newer text is looked at after its own pause.
  if (!response.ok || textarea.value !== html) return;
  const { remarks } = await response.json();
  const lines = remarks.map((words) => Object.assign(document.createElement("li"), { textContent: words }));
  box.querySelector(".readability ul").replaceChildren(...lines);
  const status = box.querySelector(".readability [role=status]");
  const words = lines.length
    ? `Tips om dit leesbaarder te maken: ${lines.length}. Ze houden niets tegen.`
    : "Geen tips: dit leest goed.";
  if (status.textContent !== words) status.textContent = words;
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches(".rich-text > .prose-editor > textarea, .rich-text > textarea")) return;
  clearTimeout(timers.get(target));
  timers.set(target, setTimeout(look, PAUSE, target));
});
