// The start page remembers a municipality, the same one as the Routewijzer; without a script every link works.
(() => {
  const own = document.querySelector("[data-kh-own]");
  if (!own) return;
  const find = (name) => own.querySelector(`[data-kh-own-${name}]`);
  const places = [...own.querySelectorAll("[data-kh-own-place]")];

  const show = (place) => {
    find("chosen").hidden = !place;
    find("choice").hidden = Boolean(place);
    if (!place) return;
    find("page").textContent = place.textContent;
    find("page").href = place.href;
    find("card").href = place.dataset.khOwnSheet;
  };

  for (const place of places) {
    place.addEventListener("click", () => khMemory.set({ ...khMemory.get(), gemeente: place.dataset.khOwnPlace }));
  }
  find("other").addEventListener("click", () => {
    show(null);
    places[0].focus();
  });
  show(places.find((place) => place.dataset.khOwnPlace === khMemory.get().gemeente));
})();
