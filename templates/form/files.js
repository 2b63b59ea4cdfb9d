// Files: the answers for crosp, and copies of the form to go on with.
const Files = (() => {
  const KIND = "crosp-form-copy/1";
  let isSaved = false;
  const isResponse = "response" in document.body.dataset;

  function download(told, name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell(told, name);
  }

  function tell(text, name = "") {
    const line = document.getElementById("told");
    line.textContent = Texts[text].replace("{file}", () => name);
    line.scrollIntoView({ block: "nearest" });
  }

  function nameOf(form, what, ending) {
    if (isResponse) return `${Answers.chosen(form, "response").slice(0, 9)}${ending}`;
    const parts = ["unit", "occasion", "level"].map(name => Answers.chosen(form, name)).filter(Boolean);
    return `${Texts.named[what]}${parts.join("-") || "crosp"}${ending}`;
  }

  function answers(form) {
    Measures.nameAll();
    Kept.partsOf().forEach(Kept.keep);
    if (!Check.passes(form)) return;
    if (!Answers.any(form)) {
      tell("nothing");
      return;
    }
    const name = nameOf(form, "answers", ".yaml");
    download("saved", name, (isResponse ? "" : Measures.line() + Answers.line(form)) + Yaml.document(Answers.all(form)), "application/yaml");
    isSaved = true;
    if (isResponse) {
      Kept.forget();
      document.getElementById("kept").textContent = "";
      tell("response_saved", name);
    }
  }

  // What is changed after the answers were saved is not in that file, which is told where it was said to be saved.
  function changed() {
    if (isSaved) document.getElementById("told").textContent = Texts.changed;
    isSaved = false;
  }

  function copy(form) {
    const content = { kind: KIND, form: document.body.dataset.key, parts: { ...Kept.copy(), round: Kept.read("round") } };
    download("copied", nameOf(form, "copy", ".crosp.json"), JSON.stringify(content, null, 1), "application/json");
  }

  // The copy that a text is, or null.
  function read(text) {
    try {
      const found = JSON.parse(text);
      return found.kind === KIND && Object.values(found.parts).every(Kept.isOfPart) ? found : null;
    } catch {
      return null;
    }
  }

  async function open(file) {
    const found = read(await file.text());
    if (!found) tell("not_a_copy", file.name);
    else if (found.form !== document.body.dataset.key) tell("other_form", file.name);
    else if (!Object.values(Kept.copy()).some(part => Object.keys(part).length) || confirm(Texts.replace)) {
      Kept.forget();
      Kept.putBack(found.parts);
      Kept.write("round", found.parts.round ?? {});
      tell(showWithoutPlace() ? "opened_in_part" : "opened", file.name);
    }
    Steps.tell();
  }

  // What was written in an older form and has no place in this one is shown as it is; whether there is any.
  function showWithoutPlace() {
    const texts = Object.values(Kept.withoutPlace()).flatMap(Object.values).filter(text => typeof text === "string" && text);
    const box = document.getElementById("without-place");
    box.hidden = !texts.length;
    const list = box.querySelector("ul");
    list.replaceChildren();
    for (const text of texts) {  // one by one: a call has room for some hundred thousand
      const item = list.appendChild(document.createElement("li"));
      [item.className, item.textContent] = ["words", text];
    }
    return texts.length > 0;
  }

  return { answers, changed, copy, open, showWithoutPlace };
})();
