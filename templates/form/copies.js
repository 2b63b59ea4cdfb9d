// Copies of the page's templates: what has a `data-name` gets a name of its own, and each label its field.
const Copies = (() => {
  function make(id, begins) {
    const copy = document.getElementById(id).content.cloneNode(true);
    for (const field of copy.querySelectorAll("[data-name]")) {
      field.name = [begins, field.dataset.name].filter(Boolean).join("/");
      if (field.dataset.when) field.dataset.when = `${begins}/${field.dataset.when}`;
      label(field);
    }
    for (const home of copy.querySelectorAll("[data-home]")) home.dataset.name = `${begins}/${home.dataset.home}`;
    explain(copy, begins);
    return copy;
  }

  function label(field) {
    field.id = field.type === "radio" ? `${field.name}/=${field.value}` : field.name;
    const [label, hint] = ["label", ".hint"].map(found => field.closest("p")?.querySelector(found));
    if (label) label.htmlFor = field.id;
    if (!hint) return;
    hint.id = `${field.id}/hint`;
    field.setAttribute("aria-describedby", hint.id);
  }

  // Each term that can be explained knows where its explanation stands.
  function explain(within, begins) {
    within.querySelectorAll(".asked").forEach((asked, number) => {
      for (const told of asked.querySelectorAll("[data-term]")) told.id = `${begins}/term-${number}/${told.dataset.term}`;
      for (const term of asked.querySelectorAll("[data-explains]")) {
        term.setAttribute("aria-expanded", "false");
        term.setAttribute("aria-controls", `${begins}/term-${number}/${term.dataset.explains}`);
      }
    });
  }

  for (const section of document.querySelectorAll("section")) explain(section, section.id);
  for (const place of document.querySelectorAll("[data-copy-of]")) {
    place.append(make(place.dataset.copyOf, place.dataset.nameBegins));
  }
  return { make };
})();
