// One question at a time: which are in the round, which one is shown, and how far one has come.
const Steps = (() => {
  const cells = () => [...document.querySelectorAll("section.cell")];
  const added = () => Kept.read("round").added?.split(" ") ?? [];
  const isIn = cell => "first" in cell.dataset || added().includes(cell.id) || Answers.inPart(cell);
  const round = () => cells().filter(isIn);
  const pages = () => [document.getElementById("beginning"), ...round(), document.getElementById("ending")];
  const shown = () => document.querySelector("form > section:not([hidden])");

  function add(cell) {
    if (!isIn(cell)) Kept.write("round", { added: [...added(), cell.id].join(" ") });
  }

  // Show a section, without moving the keyboard.
  function open(section) {
    for (const other of document.querySelectorAll("form > section")) other.hidden = other !== section;
    tell();
  }

  // Show a section and put the keyboard in it: on `field`, or its heading.
  function show(section, field = section.querySelector("h2")) {
    open(section);
    field.closest("details")?.setAttribute("open", "");
    history.replaceState(null, "", `#${section.id}`);
    field.focus();
    (field.tagName === "H2" ? document.getElementById("progress") : field).scrollIntoView({ block: "nearest" });
  }

  function turn(by) {
    const all = pages();
    show(all[Math.min(all.length - 1, Math.max(0, all.indexOf(shown()) + by))]);
  }

  // How far one has come, in words and as a bar, and the state of each question in the overview.
  function tell() {
    const all = pages();
    const at = all.indexOf(shown());
    const answered = round().filter(Answers.inPart).length;
    const text = { 0: Texts.at_beginning, [all.length - 1]: Texts.at_end }[at] ?? Texts.at;
    const values = { number: at, count: all.length - 2, answered };
    const bar = document.querySelector("#progress progress");
    document.querySelector("#progress span").textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    bar.max = Math.max(1, all.length - 2);
    bar.value = answered;
    document.getElementById("back").hidden = at === 0;
    for (const name of ["next", "overview"]) document.getElementById(name).hidden = at === all.length - 1;
    for (const cell of cells()) mark(cell);
  }

  function mark(cell) {
    const item = document.querySelector(`[data-cell="${cell.id}"]`);
    if (!item) return;
    const state = Answers.inPart(cell) ? "answered" : isIn(cell) ? "not_answered" : "not_in_round";
    item.className = state.replaceAll("_", "-");
    item.querySelector(".state").textContent = Texts[state];
    const button = item.querySelector("button");
    button.textContent = isIn(cell) ? Texts.open : Texts.add;
    button.setAttribute("aria-label", `${button.textContent}: ${cell.querySelector("h2").textContent.replace(/\s+/g, " ").trim()}`);
  }

  return { add, open, round, show, tell, turn };
})();
