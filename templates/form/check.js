// What has to be put right before the file can be made: told at the top, and beside each field.
const Check = (() => {
  function problems(form) {
    const found = [...form.elements]
      .filter(field => field.dataset.error && !(field.dataset.kind === "day" ? Days.isRight(field) : field.validity.valid))
      .map(field => [field, field.dataset.error]);
    for (const section of form.querySelectorAll("section.cell")) found.push(...inCell(section));
    return found;
  }

  function inCell(section) {
    const found = [];
    const reason = section.querySelector("[data-when]");
    if (reason && section.querySelector(`[value=${Answers.NOT_APPLICABLE}]`).checked) {
      if (!reason.value.trim()) found.push([reason, Texts.reason_missing]);
      const others = [...section.querySelectorAll("[name]")].filter(field => field !== reason && Answers.isAnswer(field));
      if (others.length) found.push([section.querySelector(`[value=${Answers.NOT_APPLICABLE}]`), Texts.not_alone]);
    }
    for (const measure of section.querySelectorAll(".measure")) {
      const what = measure.querySelector("[data-name=what]");
      if (!what.value.trim() && [...measure.querySelectorAll("[name]")].some(Answers.isAnswer)) found.push([what, Texts.what_missing]);
    }
    return found;
  }

  const described = field => (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);

  function describe(field, ids) {
    if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
    else field.removeAttribute("aria-describedby");
  }

  function clear() {
    for (const told of document.querySelectorAll(".error")) told.remove();
    for (const field of document.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      describe(field, described(field).filter(id => !id.endsWith("/error")));
    }
  }

  function mark(field, text) {
    const told = document.createElement("span");
    told.className = "error";
    told.id = `${field.id}/error`;
    told.textContent = text;
    field.before(told);
    field.setAttribute("aria-invalid", "true");
    describe(field, [told.id, ...described(field)]);
  }

  // Whether nothing is wrong; otherwise the summary is shown, whole and so that it is told of anew, and has the keyboard.
  function passes(form) {
    const box = document.getElementById("problems");
    const found = problems(form);
    clear();
    box.hidden = true;
    box.querySelector("ul").replaceChildren(...found.map(([field, text]) => {
      mark(field, text);
      const link = document.createElement("a");
      link.href = `#${field.id}`;
      link.textContent = `${Steps.titleOf(field.closest("section"))}: ${text}`;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    box.hidden = !found.length;
    if (found.length) box.focus();
    return !found.length;
  }

  return { passes };
})();
