// One question at a time: which are in the round, which one is shown, and how far one has come.
const Steps = (() => {
  const cells = () => [...document.querySelectorAll("section.cell")];
  const added = () => Kept.read("round").added?.split(" ") ?? [];
  const round = () => looked().filter(({ isIn }) => isIn).map(({ cell }) => cell);
  let pages = [];
  const shown = () => document.querySelector("form > section:not([hidden])");

  // Every question with whether it is answered, and whether it is in the round: looked at once for all that asks.
  function looked() {
    const also = added();
    return cells().map(cell => {
      const isAnswered = Answers.inPart(cell);
      return { cell, isAnswered, isIn: isAnswered || "first" in cell.dataset || also.includes(cell.id) };
    });
  }

  function add(cell) {
    if (!round().includes(cell)) Kept.write("round", { added: [...added(), cell.id].join(" ") });
  }

  // Where one begins: at the first question, unless something has to be said before it.
  function first() {
    const section = document.querySelector("form > section");
    return section.matches(".cell") ? round()[0] : section;
  }

  // Show a section, without moving the keyboard.
  function open(section) {
    tell(section);
    turnTo(section);
  }

  function turnTo(section) {
    const before = shown();
    if (before && before !== section) before.hidden = true;
    section.hidden = false;
    section.dispatchEvent(new Event("shown"));
  }

  // Show a section and put the keyboard in it: on `field`, or its heading. Each part of that is a task of its own, so that
  // none is long where the processor is slow: what is hidden has no keyboard, and what is shown has to be laid out for it.
  // To ask for a colour works out how things look, and leaves it to the next task where they stand.
  // What is far down comes part by part after that.
  function show(section, field = section.querySelector("h2")) {
    const far = [...section.querySelectorAll(".round > div:nth-child(n + 3)")];
    document.activeElement?.blur();
    oneByOne(() => tell(section), () => {
      for (const part of far) part.hidden = true;
      turnTo(section);
      unfold(field);
      history.replaceState(null, "", `#${section.id}`);
      void getComputedStyle(field).color;
    }, () => {
      reach(field);
      far.forEach((part, at) => setTimeout(() => { part.hidden = false; }, 50 * at));
    });
  }

  function oneByOne(first, ...then) {
    setTimeout(() => {
      first();
      if (then.length) oneByOne(...then);
    });
  }

  function reach(field) {
    field.focus({ preventScroll: true });
    (field.tagName === "H2" ? document.getElementById("progress") : field).scrollIntoView({ block: "nearest" });
  }

  // Open what a field is folded away in.
  const unfold = field => field.closest("details")?.setAttribute("open", "");

  function turn(by) {
    show(pages[Math.min(pages.length - 1, Math.max(0, pages.indexOf(shown()) + by))]);
  }

  // How far one has come with a section, in words and as a bar, and the state of each question in the overview.
  function tell(here = shown()) {
    const states = looked();
    const inRound = states.filter(({ isIn }) => isIn).map(({ cell }) => cell);
    pages = [...document.querySelectorAll("form > section")].filter(
      one => !one.matches(".cell") || inRound.includes(one) || one === here);
    const asked = pages.filter(one => one.matches(".cell"));
    const at = pages.indexOf(here);
    const answered = states.filter(({ isAnswered }) => isAnswered).length;
    const text = pages[at].matches(".cell") ? Texts.at : Texts.outside;
    const values = { number: asked.indexOf(pages[at]) + 1, count: asked.length, answered };
    const bar = document.querySelector("#progress progress");
    document.querySelector("#progress span").textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    bar.max = Math.max(1, asked.length);
    bar.value = answered;
    document.getElementById("back").hidden = at === 0;
    for (const name of ["next", "overview"]) document.getElementById(name).hidden = at === pages.length - 1;
    nameNext(pages[at], pages[at + 1]);
    for (const state of states) mark(state);
  }

  // What comes next, in words.
  function nameNext(here, then) {
    const title = then?.querySelector("h2").textContent;
    const text = !then?.matches(".cell")
      ? Texts.next.replace("{title}", () => title)
      : here.matches(".cell") ? Texts.next_question : Texts.first_question;
    const [last, ...within] = [document.getElementById("next"), ...here.querySelectorAll(".next")];
    last.classList.toggle("main", !within.length);
    for (const button of [last, ...within]) if (button.textContent !== text) button.textContent = text;
  }

  // What a section is called, in one line.
  const titleOf = section =>
    [...section.querySelector("h2").childNodes].map(part => part.textContent.trim()).filter(Boolean).join(", ");

  function mark({ cell, isAnswered, isIn }) {
    const item = document.querySelector(`[data-cell="${cell.id}"]`);
    if (!item) return;
    const isBefore = "answeredBefore" in cell.dataset || "doesNotApply" in cell.dataset;
    const state = isAnswered ? "answered" : !isIn ? "not_in_round" : isBefore ? "answered_before" : "not_answered";
    const name = state.replaceAll("_", "-");
    if (item.className === name) return;
    item.className = name;
    item.querySelector(".state").textContent = Texts[state];
    const button = item.querySelector("button");
    button.textContent = isIn ? Texts.open : Texts.add;
    button.setAttribute("aria-label", `${button.textContent}: ${titleOf(cell)}`);
  }

  return { add, first, open, round, show, tell, titleOf, turn, unfold };
})();
