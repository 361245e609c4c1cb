@NullMarked
package org.vigie.map;

import org.jspecify.annotations.NullMarked;
