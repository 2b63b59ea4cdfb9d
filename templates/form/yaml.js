"use strict";
// Writes a Map, a list or a text as YAML that crosp reads back as the same: whatever might be read otherwise is quoted.
const Yaml = (() => {
  const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
  // What crosp refuses in a file: control characters, and signs that turn the direction of a text.
  const REFUSED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
  const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,;()/%+?!’–_@-]*[\p{L}\p{M}\p{N}.,;()/%+?!’–_@-])?$/u;
  const CONFLICT = /<{7}|>{7}/;

  // Text as it may stand in a file.
  const clean = text => whole(text.replace(LINE_ENDS, "\n").replace(REFUSED, ""));
  const whole = text => (text.toWellFormed ? text.toWellFormed() : text.replace(HALVES, "$1\ufffd"));

  const scalar = text => (PLAIN.test(text) && text !== "null" ? text : JSON.stringify(text));

  // Whether a text comes back as it is from lines below `|`.
  function standsInLines(text) {
    const lines = text.replace(/\n$/, "").split("\n");
    return text.includes("\n") && !/^[ \t\n]/.test(text) && !CONFLICT.test(text)
      && !lines.some(line => line && !line.trim()) && /\S$/.test(lines.at(-1));
  }

  function inLines(text, indent) {
    const lines = text.replace(/\n$/, "").split("\n").map(line => (line ? " ".repeat(indent) + line : ""));
    return ` ${text.endsWith("\n") ? "|" : "|-"}\n${lines.join("\n")}\n`;
  }

  // What follows `key:`, or the sign of an item.
  function value(node, indent) {
    if (node === null) return "\n";
    if (node instanceof Map) return `\n${mapping(node, indent)}`;
    if (Array.isArray(node)) return `\n${node.map(item => listed(item, indent)).join("")}`;
    return standsInLines(node) ? inLines(node, indent) : ` ${scalar(node)}\n`;
  }

  function listed(item, indent) {
    const before = `${" ".repeat(indent)}-`;
    return item instanceof Map ? `${before} ${mapping(item, indent + 2).trimStart()}` : before + value(item, indent + 2);
  }

  const mapping = (map, indent = 0) =>
    [...map].map(([key, node]) => `${" ".repeat(indent)}${scalar(key)}:${value(node, indent + 2)}`).join("");

  return { clean, document: mapping };
})();
