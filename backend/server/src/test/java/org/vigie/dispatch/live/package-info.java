@NullMarked
package org.vigie.dispatch.live;

import org.jspecify.annotations.NullMarked;
