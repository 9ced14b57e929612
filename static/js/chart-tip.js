// Shows what a point of a chart tells, by pointer or arrow keys. Without this file each point keeps its native title.
const tip = Object.assign(document.createElement("div"), { className: "chart-tip", role: "status" });
document.body.append(tip);
let told = null;

for (const title of document.querySelectorAll(".plot title")) {
  title.parentNode.dataset.tip = title.textContent;
  title.closest(".plot").tabIndex = 0;
  title.remove();
}

function tell(area) {
  told?.classList.remove("told");
  told = area ?? null;
  told?.classList.add("told");
  tip.textContent = told?.dataset.tip ?? "";
  const { left, top, width } = (told ?? tip).getBoundingClientRect();
  const x = Math.min(left + (width - tip.offsetWidth) / 2, document.documentElement.clientWidth - tip.offsetWidth - 8);
  tip.style.transform = `translate(${Math.max(8, x) + scrollX}px, ${top - tip.offsetHeight + scrollY}px)`;
}
document.addEventListener("pointerover", ({ target }) => target === tip || tell(target.closest("[data-tip]")));
document.addEventListener("focusout", ({ target }) => target.contains(told) && tell());
document.addEventListener("keydown", (event) => {
  const areas = [...(event.target.closest(".plot")?.querySelectorAll("[data-tip]") ?? [])];
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Escape") tell();
  if (!step || !areas.length) return;
  event.preventDefault();
  tell(areas[Math.min(Math.max(areas.indexOf(told) + step, 0), areas.length - 1)]);
});
