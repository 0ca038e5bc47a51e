// What axe-core finds against the page as it is now, frames inside it included: one line for each element and rule.
async () => {
  // All rules but those that are withdrawn, those of level AAA, which pages are not asked to keep all of (contrast of 7:1, say), and the
  // one that only ever says that something hidden is to be looked at by people.
  const left = ["deprecated", "wcag2aaa", "review-item"];
  const rules = axe.getRules().map(({ ruleId, tags }) => [ruleId, { enabled: !tags.some((tag) => left.includes(tag)) }]);
  const found = await axe.run(document, { resultTypes: ["violations"], rules: Object.fromEntries(rules) });
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id} (${help}): ${target} ${html.slice(0, 160)}`));
};
