// "Snel weg" takes this page out of the history as well, and three times Shift does the same. Without this file it is
// an ordinary link.
const exit = document.querySelector("[data-quick-exit]");
let presses = 0;
let last = 0;

function leave() {
  document.body.hidden = true;
  location.replace(exit.href);
}

exit.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keyup", ({ key, timeStamp }) => {
  presses = key === "Shift" && timeStamp - last < 1000 ? presses + 1 : Number(key === "Shift");
  last = timeStamp;
  if (presses === 3) leave();
});
