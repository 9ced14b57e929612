// Select2 draws its own box beside a select, without a name: give it that of the field.

/** What names the select: its label, or else the select, which then has an aria-label. */
function labelOf(select) {
  const label = select.labels[0];
  if (!label) return select;
  label.id ||= `${select.id}_label`;
  return label;
}

function name(container, select) {
  const label = labelOf(select);
  const value = container.querySelector(".select2-selection__rendered");
  const combobox = container.querySelector(".select2-selection");
  value.setAttribute("aria-labelledby", label.id);
  combobox.setAttribute("aria-labelledby", `${label.id} ${value.id}`.trim());
  container.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
}

// Also for the rows that come later, and for the list with its search field, which comes when it is opened.
new MutationObserver((records) => {
  for (const added of records.flatMap((record) => [...record.addedNodes])) {
    if (!added.classList?.contains("select2-container")) continue;
    const select = added.previousElementSibling;
    if (select?.matches("select")) name(added, select);
    else added.querySelector(".select2-search__field")?.setAttribute("aria-label", "Zoeken");
  }
}).observe(document.documentElement, { childList: true, subtree: true });
