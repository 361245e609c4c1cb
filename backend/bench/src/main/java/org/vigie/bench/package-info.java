/**
 * {@code ./vigie bench}: our service, the bare SQL and the peers that are installed, in turns over one city that is the same each time. A
 * group measures its goals; a goal is a ratio of medians of one run, or a figure of ours alone.
 */
package org.vigie.bench;
