// What the reader chose, on this device only. Storage may be switched off, or hold anything.
window.khMemory = (() => {
  const KEY = "kh-routewijzer";
  return {
    get() {
      try {
        return Object(JSON.parse(localStorage.getItem(KEY)));
      } catch {
        return {};
      }
    },
    set(choice) {
      try {
        if (choice) localStorage.setItem(KEY, JSON.stringify(choice));
        else localStorage.removeItem(KEY);
      } catch {
        // Then the reader chooses again next time.
      }
    },
  };
})();
