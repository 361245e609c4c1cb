/** Intake over HTTP. */
@NullMarked
package org.vigie.intake.web;

import org.jspecify.annotations.NullMarked;
