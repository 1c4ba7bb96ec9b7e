// The Routewijzer: looks up the answers that the build worked out. Nothing leaves the device.
(() => {
  const guide = document.querySelector("[data-kh-guide]");
  if (!guide) return;
  const form = guide.querySelector("form");
  const fields = form.elements;
  const fold = guide.querySelector(".kh-guide__choice");
  const find = (name) => guide.querySelector(`[data-kh-${name}]`);
  const REMEMBERED = ["werk", "gemeente"];
  const KEPT = ["werk", "wens", "over", "gemeente", "thema", "voor", "moment"];

  // A moment as clocks in the Netherlands show it: { day: "2026-11-28", minute: 1420 }.
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Amsterdam", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const now = () => {
    const part = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
    return { day: `${part.year}-${part.month}-${part.day}`, minute: part.hour * 60 + Number(part.minute) };
  };
  const chosen = (text) => {
    const [day, time] = text.split("T");
    const [hour, minute] = time.split(":").map(Number);
    return { day, minute: hour * 60 + minute };
  };
  const moment = () => (fields.wanneer.value === "anders" && fields.moment.value ? chosen(fields.moment.value) : now());

  const noon = (day) => new Date(`${day}T12:00:00Z`);
  const say = (day, options) => new Intl.DateTimeFormat("nl-NL", { timeZone: "UTC", ...options }).format(noon(day));
  const inWords = (day) => say(day, { day: "numeric", month: "long", year: "numeric" });
  const dayBefore = (day) => new Date(noon(day) - 864e5).toISOString().slice(0, 10);

  // A piece of text with links; a line break stands for itself.
  const written = (parts) => {
    const line = document.createElement("p");
    for (const part of parts) {
      if (typeof part === "string") {
        part.split("\n").forEach((text, number) => {
          if (number) line.append(document.createElement("br"));
          line.append(text);
        });
      } else {
        const link = document.createElement("a");
        [link.textContent, link.href] = part;
        if (part[1].startsWith("tel:")) link.className = "kh-phone";
        line.append(link);
      }
    }
    return line;
  };

  const start = (data) => {
    const holidays = new Set(data.holidays);
    const kindOfDay = (day) => (holidays.has(day) ? 7 : (noon(day).getUTCDay() + 6) % 7);
    const pieceOfWeek = ({ day, minute }) => {
      const pieces = data.week[`${kindOfDay(dayBefore(day))}${kindOfDay(day)}`];
      return pieces.findLast(([from]) => from <= minute)[1];
    };
    const topics = () => data.work[fields.werk.value]?.[fields.wens.value] ?? [];
    const topic = () => topics().find(([name]) => name === fields.over.value);

    // Where a situation stands: the block of its period and municipality, and its bit in there; or why it has no answer.
    const place = (at) => {
      if (at.day < data.day || at.day > data.until) return { refused: "Dit handboek weet niets over deze dag." };
      const hour = pieceOfWeek(at);
      if (hour < 0) return { refused: "Voor dit uur heeft de regio geen tijden afgesproken." };
      const pair = data.pairs.findIndex(([theme, group]) => theme === fields.thema.value && group === fields.voor.value);
      if (pair < 0) return { refused: "Dit thema gaat niet over deze doelgroep." };
      const period = data.periods.findLastIndex((first) => first <= at.day);
      const municipality = data.municipalities.indexOf(fields.gemeente.value);
      return { block: period * data.municipalities.length + municipality, bit: hour * data.pairs.length + pair };
    };
    const holds = (set, { block, bit }) => {
      const digits = data.blocks[data.sets[set][block]];
      return (parseInt(digits[bit >> 2] ?? "0", 16) >> (bit & 3)) & 1;
    };
    const answers = (question, where) => {
      if (where.refused) return [question ? [where.refused] : [where.refused, ...data.nothing[0].slice(1)]];
      const [, lists] = topic() ?? [];
      const said = lists ? data.lists[lists[question]].filter(([, set]) => holds(set, where)) : [];
      return said.length ? said.map(([text]) => data.texts[text]) : [data.nothing[question]];
    };

    // Fill the choices that follow from other choices, keeping what was chosen if it is still there.
    const offer = (select, options) => {
      const before = select.value;
      select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
      if (options.some(([value]) => value === before)) select.value = before;
    };
    const groups = [...fields.voor.options].map(({ value, text }) => [value, text]);
    const follow = () => {
      offer(fields.over, topics().map(([name]) => [name, name]));
      offer(fields.voor, groups.filter(([id]) => data.pairs.some(([theme, group]) => theme === fields.thema.value && group === id)));
      guide.querySelector("[data-kh-field=over]").hidden = topics().length < 2;
      guide.querySelector("[data-kh-field=moment]").hidden = fields.wanneer.value !== "anders";
    };

    const summary = (at, where) => {
      const text = (name) => fields[name].selectedOptions[0]?.text ?? "";
      const about = topics().length > 1 ? `${text("wens")} (${text("over")})` : text("wens");
      const time = `${String(Math.floor(at.minute / 60)).padStart(2, "0")}.${String(at.minute % 60).padStart(2, "0")} uur`;
      const when = fields.wanneer.value === "anders" ? inWords(at.day) : "nu";
      const hours = where.refused || data.hours.length < 2 ? "" : `, ${data.hours[pieceOfWeek(at)]}`;
      const day = say(at.day, { weekday: "long" }) + (holidays.has(at.day) ? " (feestdag)" : "");
      const choice = [text("gemeente"), text("werk"), about, text("thema"), text("voor").toLowerCase()];
      return `${choice.join(" · ")} · ${when}: ${day} ${time}${hours}`;
    };
    // After the hash, so that the choice does not even go to the server.
    const address = () => {
      const kept = KEPT.filter((name) => fields[name].value && !(name === "moment" && fields.wanneer.value === "nu"));
      return `#${new URLSearchParams(kept.map((name) => [name, fields[name].value]))}`;
    };
    const show = () => {
      follow();
      const ready = Boolean(fields.werk.value && fields.gemeente.value);
      find("answers").hidden = !ready;
      if (!ready) return;
      const at = moment();
      const where = place(at);
      find("chosen").textContent = summary(at, where);
      for (const box of guide.querySelectorAll("[data-kh-answer]")) {
        box.replaceChildren(...answers(Number(box.dataset.khAnswer), where).map(written));
      }
      const past = at.day > data.until ? " Vraag naar een nieuwer handboek." : "";
      find("span").textContent = `Dit handboek is van ${inWords(data.day)} en kijkt vooruit tot en met ${inWords(data.until)}.${past}`;
      find("share").href = address();
    };

    const set = (name, value) => {
      const field = fields[name];
      if (field.tagName === "INPUT" || [...field.options].some((option) => option.value === value)) field.value = value;
    };
    const open = () => {
      const asked = new URLSearchParams(location.hash.slice(1));
      const before = khMemory.get();
      for (const name of REMEMBERED) set(name, before[name]);
      for (const name of ["werk", "wens", "gemeente", "thema"]) if (asked.has(name)) set(name, asked.get(name));
      set("wanneer", asked.has("moment") ? "anders" : "nu");
      if (asked.has("moment")) set("moment", asked.get("moment"));
      follow();
      for (const name of ["over", "voor"]) if (asked.has(name)) set(name, asked.get(name));
      fold.open = !(fields.werk.value && fields.gemeente.value);
      show();
    };

    // Where the page's head leaves too little room for the first four answers, it scrolls away.
    const fit = () => {
      const last = [...guide.querySelectorAll(".kh-guide__answer")].at(-1);
      if (!fold.open && last.getBoundingClientRect().bottom > innerHeight) guide.scrollIntoView();
    };

    form.addEventListener("change", (event) => {
      if (REMEMBERED.includes(event.target.name)) {
        khMemory.set(Object.fromEntries(REMEMBERED.map((name) => [name, fields[name].value])));
      }
      show();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const missing = REMEMBERED.find((name) => !fields[name].value);
      if (missing) return fields[missing].focus();
      history.replaceState(null, "", address());
      fold.open = false;
      find("answers").focus({ preventScroll: true });
      guide.scrollIntoView();
    });
    find("forget").addEventListener("click", () => {
      khMemory.set(null);
      location.replace(location.pathname);
    });
    // Time goes on while the page is open; what was chosen stays.
    setInterval(() => { if (fields.wanneer.value === "nu") show(); }, 60_000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) show(); });

    addEventListener("hashchange", open);
    open();
    guide.hidden = false;
    document.querySelector("[data-kh-guide-without]").hidden = true;
    fit();
  };

  // A handbook that opens from a file brings them as a script.
  const load = async () => {
    if (window.khAnswers) return window.khAnswers;
    const answer = await fetch(guide.dataset.khGuide);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };

  load().then(start).catch(() => {
    guide.hidden = true; // What stands there without a script, stands there still.
  });
})();
