package org.vigie.request.rules;

/** What a rule says: if, then. */
public record RuleText(Condition when, Outcomes then) {}
