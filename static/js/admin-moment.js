// The button says when: "Publiceer op 1 december 2026 om 09:00".
for (const button of document.querySelectorAll("[data-moment]")) {
  const field = document.getElementById(button.dataset.moment)
  const plain = button.value
  const say = () => {
    const moment = new Date(field.value)
    const words = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" }
    button.value = isNaN(moment) ? plain : plain.replace("op dit moment", `op ${moment.toLocaleString("nl", words)}`)
  }
  field.addEventListener("input", say)
  say()
}
