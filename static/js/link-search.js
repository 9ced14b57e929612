// In the dialog of a link: find a page of this site by its name, so that nobody has to copy its address.
const FIELDS = `<div class="link-search"><label>Zoek een pagina van dit portaal <input type="search" autocomplete="off"></label>
  <p role="status"></p><ul></ul></div>`;
const WAIT = 250;

document.addEventListener("rich-text:link", ({ target: dialog }) => {
  const { items } = dialog.closest(".rich-text").dataset;
  const address = dialog.querySelector("[name=href]");
  address.closest("div").insertAdjacentHTML("beforebegin", FIELDS);
  const field = dialog.querySelector("[type=search]");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ul");
  let timer;

  function choose(item) {
    const words = dialog.querySelector("[name=words]");
    address.value = item.address;
    if (words && !words.value) words.value = item.title;
    list.replaceChildren();
    status.textContent = `Gekozen: ${item.title}.`;
    dialog.querySelector("[type=submit]").focus();
  }

  function show(found) {
    status.textContent = found.length ? `Gevonden: ${found.length}. Kies er een.` : "Niets gevonden. Probeer een ander woord.";
    list.replaceChildren(...found.map((item) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${item.title} (${item.kind})` });
      button.addEventListener("click", () => choose(item));
      const line = document.createElement("li");
      line.append(button);
      return line;
    }));
  }

  async function search() {
    const term = field.value.trim();
    if (term.length < 2) return;
    const response = await fetch(`${items}?${new URLSearchParams({ q: term })}`);
    // What was typed since is what counts.
    if (response.ok && field.value.trim() === term) show((await response.json()).items);
    else if (!response.ok) status.textContent = "Zoeken lukt nu niet. Plak het adres hieronder.";
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  // Enter would set the link before there is one.
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  field.focus();
});
