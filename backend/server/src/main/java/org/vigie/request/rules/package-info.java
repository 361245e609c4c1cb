/**
 * What a town has agreed on beyond the table of priorities: if this and that holds, then that team, that priority, that word.
 *
 * <p>A {@link org.vigie.request.rules.Condition} is a small tree over what is known of a report when it comes in. It is stored as JSON,
 * read by {@link org.vigie.request.rules.RuleReader} and by nothing else, and told in words by {@code RuleSentences}. Active rules are
 * asked in their order; for each kind of outcome the first one that holds and says something about it decides, and the
 * {@link org.vigie.request.rules.Ruling} keeps which one and what of it held.
 *
 * <p>It stands with the request because whoever takes one in, and whoever changes one later, must be able to ask; what a rule decides is
 * brought together with coverage, competence and table by {@code intake.Treatment}.
 */
@NullMarked
@NamedInterface("rules")
package org.vigie.request.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
