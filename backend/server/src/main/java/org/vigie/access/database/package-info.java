/** The three ways into the database: owner (migrations), service, and reader of the published map. */
@NullMarked
package org.vigie.access.database;

import org.jspecify.annotations.NullMarked;
