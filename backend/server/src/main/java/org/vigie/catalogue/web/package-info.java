/** The catalogue over HTTP. */
@NullMarked
@NamedInterface("web")
package org.vigie.catalogue.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
