@NullMarked
package org.vigie.intake.photo;

import org.jspecify.annotations.NullMarked;
