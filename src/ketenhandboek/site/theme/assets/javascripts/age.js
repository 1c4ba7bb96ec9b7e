// A page stands still while time goes on: say above it what the device's date makes of it.
(() => {
  const bar = document.querySelector("[data-kh-age]");
  if (!bar) return;
  const zone = { timeZone: "Europe/Amsterdam" };
  const today = new Date().toLocaleDateString("sv-SE", zone);
  const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const words = (day) =>
    new Date(`${day}T12:00Z`).toLocaleDateString("nl-NL", { ...zone, day: "numeric", month: "long", year: "numeric" });

  const say = (sentence) => {
    const line = document.createElement("p");
    line.textContent = sentence;
    bar.append(line);
    bar.hidden = false;
  };

  const kept = document.documentElement.dataset.khKept;
  if (kept) {
    const moment = new Date(kept);
    const time = moment.toLocaleTimeString("nl-NL", { ...zone, hour: "2-digit", minute: "2-digit" });
    const day = words(moment.toLocaleDateString("sv-SE", zone));
    say(`Er is geen verbinding. U leest de pagina die op ${day} om ${time} uur op dit apparaat is bewaard.`);
  }

  const state = document.querySelector("[data-kh-state]")?.dateTime;
  if (state && later(state, 7) < today) say(`Dit handboek is van ${words(state)}. Kijk of er een nieuwer is.`);

  const own = document.querySelector(".kh-record[data-geldig-tot]")?.dataset.geldigTot;
  if (own && own < today) say(`Deze afspraak is sinds ${words(later(own, 1))} verlopen.`);

  const ends = JSON.parse(bar.dataset.khAge);
  const links = Array.from(document.querySelectorAll("article a"), ({ href }) => href);
  const over = Object.entries(ends)
    .filter(([id, { tot }]) => tot < today && links.some((href) => href.includes(`/afspraken/${id}/`)))
    .map(([, { titel, tot }]) => `${titel} (sinds ${words(later(tot, 1))})`);
  const more = over.length > 3 ? ` en nog ${over.length - 3}` : "";
  if (over.length) say(`Op deze pagina staat iets uit een afspraak die is verlopen: ${over.slice(0, 3).join(", ")}${more}.`);
})();
