// Measures, as many as are needed: each a copy of the template, with names of its own.
const Measures = (() => {
  const taken = new Set(JSON.parse(document.getElementById("taken").textContent));
  const known = JSON.parse(document.getElementById("known").textContent);

  function add(home, number) {
    const measure = Copies.make("measure", `${home.dataset.name}/+${number}`).firstElementChild;
    measure.dataset.number = number;
    home.append(measure);
    return measure;
  }

  function addNext(home) {
    const numbers = [...home.children].map(measure => Number(measure.dataset.number));
    return add(home, Math.max(-1, ...numbers) + 1);
  }

  const MOST = Number(document.body.dataset.mostMeasures);

  // The measures that kept values speak of, as many as a page has room for: the others are shown as what has no place here.
  function addNamed(home, names) {
    const before = `${home.dataset.name}/+`;
    const ends = names.filter(name => name.startsWith(before)).map(name => name.slice(before.length));
    const numbers = ends.filter(name => /^\d{1,9}\//.test(name)).map(name => parseInt(name, 10));
    home.replaceChildren();
    for (const number of [...new Set(numbers)].sort((a, b) => a - b).slice(0, MOST)) add(home, number);
  }

  const said = measure => known[`${measure.closest(".measures").dataset.name}/${measure.querySelector("[data-name=id]").value}`];

  const oneLine = text => Yaml.clean(text).replace(/\s+/g, " ").trim();

  // Whether a measure is one that the assessment has already, and not another one with a name that has been taken since.
  function isKnown(measure) {
    const id = measure.querySelector("[data-name=id]");
    if ("known" in id.dataset) return Boolean(said(measure));
    if (hasItsName(measure)) return true;
    if (taken.has(id.value)) id.value = broughtInAs(id, measure.closest(".measures"), saysWhat(measure));
    return Boolean(said(measure));
  }

  const saysWhat = measure => oneLine(measure.querySelector("[data-name=what]").value);

  // Whether a measure is the one in the assessment that has its name.
  const hasItsName = measure =>
    "known" in measure.querySelector("[data-name=id]").dataset || Boolean(said(measure)) && oneLine(said(measure).what) === saysWhat(measure);

  // The name that crosp import gave a measure whose own was taken: that one with a number. Nothing where it is not there.
  function broughtInAs(id, home, what) {
    const held = new Set([...home.children].filter(hasItsName).map(one => one.querySelector("[data-name=id]").value));
    const before = `${home.dataset.name}/${id.value}-`;
    const places = Object.keys(known).filter(place => place.startsWith(before) && /^\d+$/.test(place.slice(before.length)));
    const names = places.filter(place => oneLine(known[place].what) === what).map(place => place.split("/").pop());
    return names.find(name => !held.has(name)) ?? "";
  }

  // Let a measure that the assessment has already know what it said: of that, only what is changed is an answer.
  function recall(measure) {
    if (!isKnown(measure)) return;
    const was = said(measure);
    measure.querySelector("[data-name=id]").dataset.known = "";
    for (const field of measure.querySelectorAll("[data-name]")) {
      const text = was[field.dataset.name] ?? "";
      field.dataset.was = field.tagName === "INPUT" ? text.replace(/\n+/g, " ") : text;  // which has room for one line
    }
    measure.querySelector("[data-name=what]").dataset.always = "";
    measure.querySelector("legend").textContent = Texts.known;
    measure.querySelector(".remove").textContent = Texts.leave;
  }

  // A measure that the assessment has already, to change.
  function edit(home, id) {
    const begun = [...home.children].find(one => one.querySelector("[data-name=id]").value === id);
    if (begun) return begun;
    const measure = addNext(home);
    const name = measure.querySelector("[data-name=id]");
    [name.value, name.dataset.known] = [id, ""];
    recall(measure);
    for (const field of measure.querySelectorAll("[data-name]")) field.value ||= field.dataset.was;
    return measure;
  }

  // Of a long text, as many whole words as there is room for.
  function shortName(text) {
    const bare = letters => letters.replace(/\p{M}/gu, "");  // before they are put in order too: of many, that takes long
    const letters = bare(bare(text.toLowerCase()).normalize("NFKD"));
    const words = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return /^.{1,40}(?![^-])/.exec(words)?.[0] ?? words.slice(0, 40);
  }

  // A short name that no other measure has; once given, it stays. What there is is looked through once for all of them.
  function nameAll() {
    const measures = [...document.querySelectorAll(".measure")];
    const ids = measures.map(measure => measure.querySelector("[data-name=id]"));
    const used = new Set([...taken, ...ids.map(id => id.value)]);
    const next = new Map();
    measures.forEach((measure, at) => {
      const what = measure.querySelector("[data-name=what]").value;
      if (ids[at].value || !what.trim()) return;
      const base = shortName(what) || "measure";
      let made = base;
      for (let number = next.get(base) ?? 2; used.has(made); number += 1) {
        made = `${base}-${number}`;
        next.set(base, number + 1);
      }
      used.add(made);
      ids[at].value = made;
    });
  }

  // What is asked before a measure is taken out of the form: one that the assessment has stays there.
  const askedOf = button =>
    "known" in button.closest(".measure").querySelector("[data-name=id]").dataset ? Texts.leave_as_it_was : Texts.remove;

  // The line by which crosp import tells new measures from those that the assessment had.
  const line = () => `# crosp-form: measures that were there:${[...taken].map(id => ` ${id}`).join("")}\n`;

  return { addNamed, addNext, askedOf, edit, line, nameAll, recall };
})();
