// What has been filled in, as the document that crosp reads. A field's name says where it belongs: `cells/a/b/need`;
// a step that begins with + is an item of a list, which is there once something is written in it.
const Answers = (() => {
  const NOT_APPLICABLE = "not-applicable";

  function chosen(form, name) {
    const found = form.elements.namedItem(name);
    return found ? found.value : "";
  }

  // Whether a field says what the assessment says already.
  const isAsItWas = field => Boolean(field.dataset.was) && textOf(field).trim() === field.dataset.was;

  const textOf = field => (field.dataset.kind === "day" && Days.read(field.value)) || Yaml.clean(field.value);

  // A field's value: a text, a list of lines, or nothing; an empty text where there was one, and it was taken out.
  function valueOf(field) {
    if (!field.name || (field.type === "radio" && (!field.checked || field.value === NOT_APPLICABLE))) return null;
    if (field.dataset.when && chosen(field.form, field.dataset.when) !== NOT_APPLICABLE) {
      return "stood" in field.dataset ? "" : null;
    }
    const text = textOf(field);
    if (!text.trim()) return field.dataset.was || "stood" in field.dataset ? "" : null;
    if (isAsItWas(field) && !("always" in field.dataset)) return null;
    if (field.dataset.kind === "lines") return text.split("\n").map(line => line.trim()).filter(Boolean);
    return field.dataset.kind === "text" ? text : text.trim();
  }

  const isAnswer = field => field.type !== "hidden" && valueOf(field) !== null && !isAsItWas(field);

  const itemsOf = steps => steps.flatMap((step, at) => (step.startsWith("+") ? [steps.slice(0, at + 1).join("/")] : []));

  function put(map, [step, ...rest], value) {
    if (!rest.length) map.set(step, value);
    else {
      if (!map.has(step)) map.set(step, new Map());
      put(map.get(step), rest, value);
    }
  }

  // Maps whose keys are items become lists.
  function finished(node) {
    if (!(node instanceof Map)) return node;
    const parts = [...node].map(([step, part]) => [step, finished(part)]);
    return parts.length && parts.every(([step]) => step.startsWith("+")) ? parts.map(([, part]) => part) : new Map(parts);
  }

  function all(form) {
    const fields = [...form.elements].filter(field => valueOf(field) !== null);
    const written = new Set(fields.filter(isAnswer).flatMap(field => itemsOf(field.name.split("/"))));
    const document = new Map();
    for (const field of fields) {
      const steps = field.name.split("/");
      if (itemsOf(steps).every(item => written.has(item))) put(document, steps, valueOf(field) || null);
    }
    for (const section of form.querySelectorAll("[data-does-not-apply]")) takeBackReason(section, document);
    return finished(document);
  }

  // What is answered in a cell that did not apply takes the place of why it did not.
  function takeBackReason(section, document) {
    const reason = section.querySelector("[data-when]");
    if (chosen(reason.form, reason.dataset.when) !== NOT_APPLICABLE && inPart(section)) {
      put(document, reason.name.split("/"), null);
    }
  }

  // Whether anything is answered in a part of the form.
  const inPart = section => [...section.querySelectorAll("[name]")].some(
    field => isAnswer(field) || (field.checked && field.value === NOT_APPLICABLE));

  const any = form => [...form.elements].some(isAnswer);

  // A choice that the assessment has is taken back, or left as it is again. A field that nobody touches says nothing.
  const holder = (form, name) => document.getElementById(`${name}/=`) ?? form.elements.namedItem(name);
  const isTakenBack = (form, name) => {
    const field = holder(form, name);
    return "stood" in field.dataset && (field.type === "radio" ? field.checked : !field.value);
  };

  function takeBack(form, name, back) {
    const field = holder(form, name);
    field.toggleAttribute("data-stood", back);
    if (field.type === "radio") field.checked ||= back;
    else if (back) field.value = "";
  }

  // The line by which crosp import tells what was written since: the signs of what stood where something is answered.
  const stood = JSON.parse(document.getElementById("stood").textContent);
  function line(form) {
    const places = [...form.elements].filter(field => valueOf(field) !== null).map(placeOf).filter(place => stood[place]);
    const signs = [...new Set(places)].map(place => ` ${place}=${stood[place]}`);
    return signs.length ? `# crosp-form: what stood there:${signs.join("")}\n` : "";
  }

  // Where a field belongs in the assessment, in which a measure is called by its short name, and a group too.
  function placeOf(field) {
    const id = field.closest(".measure")?.querySelector("[data-name=id]").value;
    return (id ? field.name.replace(/\+\d+/, id) : field.name).replace("/+", "/");
  }

  return { NOT_APPLICABLE, all, any, chosen, inPart, isAnswer, isTakenBack, line, takeBack, textOf };
})();
