/** What the open-data door answers. */
@NullMarked
package org.vigie.opendata.web;

import org.jspecify.annotations.NullMarked;
