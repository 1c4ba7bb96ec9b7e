// Replaces this page in the history, so that "back" does not return to it.
document.querySelector("[data-kh-exit]").addEventListener("click", (event) => {
  event.preventDefault();
  location.replace(event.currentTarget.href);
});
