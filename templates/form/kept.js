// What is typed is kept in this browser at once, part by part, and is there again when the page is opened.
const Kept = (() => {
  const key = part => `${document.body.dataset.key}/${part}`;
  const ROUND = "round";
  const unkept = new Map();  // the parts that there was no room for, with what they say
  const isKept = () => unkept.size === 0;
  const partsOf = () => [...document.querySelectorAll("[data-part]")];

  // What was kept and has no place in this form, by its part: the framework may have lost a question, or a step.
  const homeless = new Map();

  function values(section) {
    const found = { ...homeless.get(section.dataset.part) };
    for (const field of section.querySelectorAll("[name]")) {
      const says = field.type === "radio" ? field.checked && field.value : field.value && !isConstant(field);
      if (says || ("stood" in field.dataset && (field.type !== "radio" || field.checked))) found[field.name] = field.value;
      if ("known" in field.dataset) found[`${field.name}=known`] = "1";
      if ("was" in field.dataset) found[`${field.name}=was`] = field.dataset.was;
    }
    return found;
  }

  // What the form itself says; a measure's short name is no such thing.
  const isConstant = field => field.type === "hidden" && field.dataset.name !== "id";

  function fill(section, kept) {
    homeless.delete(section.dataset.part);
    const here = section.contains(document.activeElement) && document.activeElement.id;
    const home = section.querySelector(".measures");
    if (home) Measures.addNamed(home, Object.keys(kept));
    for (const field of section.querySelectorAll("[name]")) {
      if (isConstant(field)) continue;
      const value = typeof kept[field.name] === "string" ? kept[field.name] : "";
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
      field.toggleAttribute("data-stood", kept[field.name] === "" && (field.type !== "radio" || !field.value));
      field.toggleAttribute("data-known", `${field.name}=known` in kept);
    }
    const now = values(section);
    const lost = Object.entries(kept).filter(([name, said]) => said && !name.includes("=") && now[name] !== said);
    if (lost.length) homeless.set(section.dataset.part, Object.fromEntries(lost));
    section.querySelectorAll(".measure").forEach(Measures.recall);
    for (const field of section.querySelectorAll("[data-was]")) {
      // what was left as it was says what the assessment says now
      if (Answers.textOf(field).trim() === kept[`${field.name}=was`]) field.value = field.dataset.was;
    }
    for (const details of section.querySelectorAll("details.more")) details.open ||= Answers.inPart(details);
    section.dispatchEvent(new Event("filled"));
    if (here && document.activeElement.id !== here) document.getElementById(here)?.focus({ preventScroll: true });
  }

  // Whether something is what a part keeps: texts by the names of their fields, or nothing.
  const isOfPart = what => what === null || (typeof what === "object" && !Array.isArray(what)
    && Object.values(what).every(said => typeof said === "string"));

  function read(part) {
    try {
      const found = JSON.parse(localStorage.getItem(key(part)));
      return isOfPart(found) ? found ?? {} : {};
    } catch {
      return {};
    }
  }

  const here = part => part === ROUND || partsOf().some(section => section.dataset.part === part);

  // The parts that are kept, those too that this form does not have.
  function stored() {
    try {
      return Object.keys(localStorage).map(partOf).filter(part => part && part !== "=");
    } catch {
      return [];
    }
  }

  // All that was kept, or had no room, and has no place in this form, by its parts.
  const withoutPlace = () => Object.fromEntries(
    [...homeless, ...[...stored().map(part => [part, read(part)]), ...unkept].filter(([part]) => !here(part))]);

  // How many times something has been kept: what is on the disk with a higher number was typed later.
  // It is there as long as nobody has cleared it out of the browser together with what was kept.
  const count = () => Number(localStorage.getItem(key("=")));
  function isCleared() {
    try {
      return Disk.isUsed && localStorage.getItem(key("=")) === null;
    } catch {
      return false;  // nothing can be kept at all, and it is said
    }
  }

  // Without room for the number, the one before it counts: then what is on the disk is the newer, as it should.
  function setCount(number) {
    try {
      localStorage.setItem(key("="), number);
    } catch { /* it is said of the part itself */ }
  }

  // Whether it was cleared: then all that is on the page is kept again.
  function keepAgain(wasCleared = isCleared()) {
    if (!wasCleared) return false;
    const filled = partsOf().filter(section => Object.keys(values(section)).length);
    try {  // before the number: another window that sees it takes what is there for all that there is
      for (const one of filled) localStorage.setItem(key(one.dataset.part), JSON.stringify(values(one)));
    } catch { /* it is said of the part itself */ }
    setCount(0);
    if (isCleared()) return false;  // there is no room yet
    filled.forEach(keep);
    return true;
  }

  // Whether all could be kept. The number comes last, and not as long as there is no room for some part: then what is on
  // the disk is the newer.
  function write(part, what) {
    try {
      keepAgain();
      const number = count() + 1;
      Disk.put(key(part), { part, number, what });
      if (Object.keys(what).length) localStorage.setItem(key(part), JSON.stringify(what));
      else localStorage.removeItem(key(part));
      unkept.delete(part);
      if (Disk.isUsed && isKept()) localStorage.setItem(key("="), number);
    } catch {
      unkept.set(part, what);
    }
    return isKept();
  }

  const keep = section => write(section.dataset.part, values(section));
  const restore = section => fill(section, read(section.dataset.part));

  // What has been kept since in another window is shown here too, field by field, and the keyboard stays where it is. What
  // somebody has cleared out of the browser is kept again, and the parts that could not be kept stay as they are.
  function follow(wasCleared) {
    if (keepAgain(wasCleared || isCleared()) || isCleared()) return false;
    const changed = partsOf().filter(
      section => !unkept.has(section.dataset.part) && signOf(values(section)) !== signOf(read(section.dataset.part)));
    changed.forEach(restore);
    return changed.length > 0;
  }

  const signOf = kept => JSON.stringify(Object.entries(kept).sort());

  // Everything, as a copy to save; and such a copy put back.
  const copy = () => ({ ...withoutPlace(), ...Object.fromEntries(partsOf().map(one => [one.dataset.part, values(one)])) });

  function putBack(parts) {
    for (const [part, what] of Object.entries(parts)) if (!here(part) && what) write(part, what);
    for (const section of partsOf()) {
      fill(section, parts[section.dataset.part] ?? {});
      keep(section);
    }
  }

  // What was typed in a browser that was killed before it had kept it, or had no room for it: filled in, and kept again.
  // Whether there was any.
  async function recover() {
    const kept = count();
    const newer = (await Disk.all(key(""))).filter(({ number, what }) => number > kept && isOfPart(what));
    if (newer.length) setCount(newer.reduce((most, { number }) => Math.max(most, number), kept));
    for (const { part, what } of newer) {
      write(part, what);
      for (const section of partsOf()) if (section.dataset.part === part) fill(section, what);
    }
    return newer.length > 0;
  }

  // Nothing is kept any more; what is on the page stays there until it is closed.
  const forget = () => new Set([...stored(), ...Object.keys(copy())]).forEach(part => write(part, {}));

  const partOf = name => (name?.startsWith(key("")) ? name.slice(key("").length) : null);

  return { copy, follow, forget, isKept, isOfPart, keep, partOf, partsOf, putBack, read, recover, restore, withoutPlace, write };
})();
