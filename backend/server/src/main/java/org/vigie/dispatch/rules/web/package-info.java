/** Rules at the desk: written, tried, activated, put in order. */
@NullMarked
package org.vigie.dispatch.rules.web;

import org.jspecify.annotations.NullMarked;
