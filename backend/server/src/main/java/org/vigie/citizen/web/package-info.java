/** The tracking page and the following of requests. */
@NullMarked
package org.vigie.citizen.web;

import org.jspecify.annotations.NullMarked;
