/**
 * CQL2 (OGC 21-065r2), the filter language of OGC API Features: its text and its JSON are read to one tree of sealed types. What the tree
 * asks for is decided elsewhere: here nothing is known of layers, columns or SQL.
 */
@NullMarked
package org.vigie.features.cql2;

import org.jspecify.annotations.NullMarked;
