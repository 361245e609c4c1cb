/** Sends a list as a file. */
@NullMarked
package org.vigie.download.web;

import org.jspecify.annotations.NullMarked;
