@NullMarked
package org.vigie.notification;

import org.jspecify.annotations.NullMarked;
