@NullMarked
package org.vigie.intake.address;

import org.jspecify.annotations.NullMarked;
