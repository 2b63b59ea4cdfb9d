// Days as people write them, read as text/written_days.py reads them: where they can be no other day.
const Days = (() => {
  const months = JSON.parse(document.getElementById("months").textContent);
  const MIDNIGHT = /[t ]0?0:00(?::00(?:\.0+)?)?z?$/;
  const DAY_FIRST = /^(?:\d{1,2} ?\. ?\d{1,2}\D|\d{1,2}\/\d{1,2}(?: |-|, ))/;
  const PASSED_OVER = ["", "den", "the", "of", "a", "e"];

  const monthCalled = name =>
    name.length < 3 ? 0 : months.findIndex(names => names.some(one => one.startsWith(name))) + 1;
  const number = part => (/^\d{1,2}$/.test(part) ? Number(part) : NaN);

  function partsOf(said) {
    const parts = said.split(/[\s./,:-]+/).filter(part => !PASSED_OVER.includes(part));
    return (parts.length === 1 && /^(\d{4})(\d{2})(\d{2})$/.exec(parts[0])?.slice(1))
      || parts.map(part => part.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, "$1"));
  }

  // The year, the month and the day; nothing where it cannot be known which is which.
  function inOrder(parts, said) {
    const at = parts.findIndex(part => /^\d{4}$/.test(part));
    if (parts.length !== 3 || at < 0) return [];
    const [first, second] = parts.filter((_, index) => index !== at);
    const year = Number(parts[at]);
    if (monthCalled(first)) return [year, monthCalled(first), number(second)];
    if (monthCalled(second)) return [year, monthCalled(second), number(first)];
    const [one, other] = [number(first), number(second)];
    if (at === 0) return [year, one, other];
    if (at === 1) return [];
    if (DAY_FIRST.test(said) || one > 12 || one === other) return [year, other, one];
    return other > 12 ? [year, one, other] : [];
  }

  // The day that a text says, as 2027-05-31; null where it says none.
  function read(text) {
    const said = text.toLowerCase().trim().replace(/\s+/g, " ").replace(MIDNIGHT, "");
    const [year, month, day] = inOrder(partsOf(said), said);
    const found = new Date(Date.UTC(year, month - 1, day));
    return year >= 2000 && year < 3000 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day
      ? found.toISOString().slice(0, 10)
      : null;
  }

  // Whether a field for a day is left empty, where it may be, or says one.
  const isRight = ({ value, required }) => (value.trim() ? read(value) !== null : !required);

  return { isRight, read };
})();
