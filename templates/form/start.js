// What happens when: everything above, put to work.
const Texts = JSON.parse(document.getElementById("texts").textContent);
{
  const form = document.getElementById("form");
  const sign = document.getElementById("sign");
  const on = (id, act) => document.getElementById(id)?.addEventListener("click", act);

  function keep(section) {
    const line = document.getElementById("kept");
    const isKept = Kept.keep(section);
    const text = isKept ? Texts.kept : Texts.not_kept;
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("problem", !isKept);
    Files.changed();
  }

  function showReason(section) {
    const reason = section.querySelector(".reason");
    if (reason) reason.hidden = !section.querySelector(`[value=${Answers.NOT_APPLICABLE}]`).checked;
  }

  // A browser that does not fit a field to its text by itself: it is done where the field is seen, and on paper by counting.
  const fitsByItself = CSS.supports("field-sizing", "content");
  const WIDTH_ON_PAPER = 60;

  function fit(field) {
    if (fitsByItself || field.tagName !== "TEXTAREA" || !field.offsetParent) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  function fitToPaper(field) {
    const lines = field.value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDTH_ON_PAPER)), 1);
    if (!fitsByItself) field.style.height = `${lines * 1.5}em`;
  }

  const fitAll = within => within.querySelectorAll("textarea").forEach(fit);

  function reach(field) {
    Steps.unfold(field);
    field.focus();
  }

  function copy(button) {
    const field = form.elements.namedItem(button.dataset.to);
    const text = document.getElementById(button.dataset.from).textContent;
    field.value = field.value.trim() ? `${field.value}\n\n${text}` : text;
    if ("now" in button.dataset) field.dataset.stood = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    reach(field);
  }

  // The words for no choice of one's own: then what the assessment says stays.
  function noneOf(name) {
    const radio = `${name.replace(/not_applicable$/, "current_state/rating")}/=`;
    return document.querySelector(`label[for="${radio}"]`) ?? form.elements.namedItem(name).options[0];
  }

  // Each choice that the assessment has: whether it is taken back, said in words and shown.
  function showTakenBack(section) {
    for (const button of section.querySelectorAll(".take-back")) {
      const back = Answers.isTakenBack(form, button.dataset.field);
      const line = button.closest("p");
      line.classList.toggle("taken-back", back);
      line.querySelector(".note").textContent = back ? Texts.taken_back : "";
      button.textContent = back ? Texts.keep_choice : Texts.take_back;
      const none = noneOf(button.dataset.field);
      none.dataset.says ??= none.textContent;
      none.textContent = back ? none.dataset.says : Texts.as_it_stands;
      button.setAttribute("aria-label", `${button.textContent}: ${line.querySelector(".was").textContent.trim()}`);
    }
  }

  function takeBack(button) {
    const section = button.closest("section");
    Answers.takeBack(form, button.dataset.field, !Answers.isTakenBack(form, button.dataset.field));
    showReason(section);
    showTakenBack(section);
    keep(section);
    Steps.tell();
  }

  function toggle(term) {
    const told = document.getElementById(term.getAttribute("aria-controls"));
    told.hidden = !told.hidden;
    term.setAttribute("aria-expanded", String(!told.hidden));
  }

  function clicked(button) {
    const section = button.closest("section");
    if (button.matches(".term")) toggle(button);
    else if (button.matches(".next")) Steps.turn(1);
    else if (button.matches(".copy")) copy(button);
    else if (button.matches(".take-back")) takeBack(button);
    else if (button.matches(".add")) Measures.addNext(section.querySelector(".measures")).querySelector("textarea").focus();
    else if (button.matches(".edit")) {
      reach(Measures.edit(section.querySelector(".measures"), button.dataset.measure).querySelector("textarea"));
      keep(section);
    } else if (button.matches(".remove") && (!Answers.inPart(button.closest(".measure")) || confirm(Measures.askedOf(button)))) {
      button.closest(".measure").remove();
      section.querySelector(".add").focus();
      keep(section);
    } else if (button.matches(".open")) {
      const cell = document.getElementById(button.closest("[data-cell]").dataset.cell);
      Steps.add(cell);
      Steps.show(cell);
    }
  }

  form.addEventListener("input", event => {
    const section = event.target.closest("[data-part]");
    if (!section) return;
    if (event.target.matches("[type=radio], select")) Answers.takeBack(form, event.target.name, false);
    showReason(section);
    showTakenBack(section);
    fit(event.target);
    keep(section);
  });
  form.addEventListener("change", event => {
    const section = event.target.closest("[data-part]");
    if (event.target.closest(".measure")) Measures.nameAll();
    if (section) keep(section);  // what fills in a field by itself may tell of nothing else
    Steps.tell();
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button) clicked(button);
  });
  document.getElementById("problems").addEventListener("click", event => {
    const field = event.target.closest("a") && document.getElementById(event.target.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    Steps.show(field.closest("section"), field);
  });
  on("back", () => Steps.turn(-1));
  on("next", () => Steps.turn(1));
  on("overview", () => Steps.show(document.getElementById("ending")));
  on("download", () => Files.answers(form));
  on("save", () => Files.copy(form));
  on("open", () => document.getElementById("file").click());
  on("print", () => print());
  on("every", () => {
    const isEvery = document.getElementById("round").classList.toggle("every");
    document.getElementById("every").setAttribute("aria-expanded", String(isEvery));
  });
  on("anew", () => {
    if (!confirm(Texts.anew)) return;
    Kept.forget();
    Kept.putBack({});
    Files.showWithoutPlace();
    Steps.tell();
  });
  document.getElementById("file")?.addEventListener("change", event => {
    const [file] = event.target.files;
    if (file) Files.open(file);
    event.target.value = "";
  });
  function follow(wasCleared = false) {
    if (!Kept.follow(wasCleared)) return;
    document.getElementById("kept").textContent = Texts.elsewhere;
    Steps.tell();
  }
  addEventListener("storage", event => {
    if (event.key === null ? !sign : Kept.partOf(event.key) !== null) follow(event.key === null);
  });
  // A page that sleeps in the background, or comes back from it, has not been told of what was kept meanwhile.
  if (!sign) {
    document.addEventListener("visibilitychange", () => { if (!document.hidden) follow(); });
    addEventListener("pageshow", event => { if (event.persisted) follow(); });
  }
  addEventListener("beforeunload", event => { if (!Kept.isKept()) event.preventDefault(); });

  // On paper: who took part, what has been answered, and no field that was left empty; of an empty form, every question in it.
  addEventListener("beforeprint", () => {
    const cells = [...document.querySelectorAll("section.cell")];
    const answered = cells.filter(Answers.inPart);
    const isFilled = part => [...part.querySelectorAll("input:not([type=hidden]), select")].some(field => field.value);
    const isEmpty = !answered.length;
    for (const cell of cells) cell.toggleAttribute("data-printed", (isEmpty ? Steps.round() : answered).includes(cell));
    for (const part of document.querySelectorAll("#beginning, #beginning p")) part.toggleAttribute("data-printed", isFilled(part));
    for (const part of form.querySelectorAll(".cell :is(.more, .field)")) {
      part.toggleAttribute("data-printed", isEmpty || Answers.inPart(part));
    }
    form.classList.toggle("unanswered", isEmpty);
    form.querySelectorAll("textarea").forEach(fitToPaper);
  });
  addEventListener("afterprint", () => fitAll(form));

  // On a narrow screen, what was said before is there to open, and not in the way.
  if (matchMedia("(max-width: 62rem)").matches) document.querySelectorAll(".said[open]").forEach(said => { said.open = false; });

  // A response is one person's: it is known by signs drawn at random, and another person does not go on with it.
  if (sign) {
    const drawn = crypto.getRandomValues(new Uint8Array(16));
    const figures = [...drawn].map(byte => byte.toString(16).padStart(2, "0")).join("");
    sign.value = `r${figures.replace(/\d/g, figure => "ghijklmnop"[figure])}`;  // no figures: some would look like a person's
    Object.keys(Kept.withoutPlace()).forEach(part => Kept.write(part, {}));  // a question that is not asked any more
    const begun = Kept.partsOf().some(section => Object.keys(Kept.read(section.dataset.part)).length);
    if (begun && !confirm(Texts.unfinished)) Kept.forget();
  }

  for (const section of Kept.partsOf()) {
    section.addEventListener("filled", () => {
      showReason(section);
      showTakenBack(section);
      fitAll(section);
    });
    for (const name of ["shown", "toggle"]) section.addEventListener(name, event => fitAll(event.target), true);
    Kept.restore(section);
  }
  if (!sign) Files.showWithoutPlace();
  Kept.recover().then(found => {
    if (!found) return;
    Files.showWithoutPlace();
    Steps.tell();
  }, () => {});
  const asked = document.getElementById(location.hash.slice(1));
  Steps.open(asked?.matches("form > section") ? asked : Steps.first());
  document.getElementById("unable").remove();
  document.querySelector(".turn").hidden = false;
}
