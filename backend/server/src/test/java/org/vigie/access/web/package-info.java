@NullMarked
package org.vigie.access.web;

import org.jspecify.annotations.NullMarked;
