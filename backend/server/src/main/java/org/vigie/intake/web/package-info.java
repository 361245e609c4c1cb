/** Intake over HTTP. */
@NullMarked
@NamedInterface("web")
package org.vigie.intake.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
