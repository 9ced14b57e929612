// Gives an editor of rich text its name, and its buttons one stop for the Tab key: from there the arrows lead on.

function nameText(textarea, editor) {
  const label = textarea.labels[0];
  const name = label?.textContent.replace(/:$/, "") ?? textarea.getAttribute("aria-label") ?? "Tekst";
  const described = textarea.getAttribute("aria-describedby");
  const attributes = { role: "textbox", "aria-multiline": "true", "aria-label": name };
  if (described) attributes["aria-describedby"] = described;
  editor.setOptions({ editorProps: { attributes } });
  label?.addEventListener("click", () => editor.commands.focus());
  return name;
}

function setUpToolbar(toolbar, editor, name) {
  const buttons = [...toolbar.querySelectorAll("button")];
  const reachable = () => buttons.filter((button) => !button.classList.contains("hidden"));
  const stopAt = (stop) => buttons.forEach((button) => { button.tabIndex = button === stop ? 0 : -1; });

  function tell() {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", button.classList.contains("active"));
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
    }
    if (!reachable().some((button) => button.tabIndex === 0)) stopAt(buttons[0]);
  }

  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", `Opmaak van ${name}`);
  toolbar.addEventListener("focusin", ({ target }) => stopAt(target));
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const shown = reachable();
    shown.at((shown.indexOf(event.target) + step) % shown.length).focus();
  });
  stopAt(buttons[0]);
  editor.on("transaction", tell);
  tell();
}

document.addEventListener("rich-text:ready", ({ target, detail: editor }) => {
  setUpToolbar(editor.view.dom.parentElement.querySelector(".prose-menubar"), editor, nameText(target, editor));
});
