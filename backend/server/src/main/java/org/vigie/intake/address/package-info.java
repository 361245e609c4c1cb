/**
 * Addresses of the commune: searched as one types, found for a position, brought in from the national base (BAN).
 *
 * <p>Everything is looked up in our own table: no outside service is asked. Text is compared folded ({@link
 * org.vigie.intake.address.FoldedText}), word by word, each word of the query as the beginning of a word; when nothing begins so, by
 * likeness. Streets are kept beside the addresses, so that a street name answers with streets and not with its first house numbers.
 */
@NullMarked
@NamedInterface("address")
package org.vigie.intake.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
