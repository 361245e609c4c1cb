/** The field page: jobs, steps, positions. */
@NullMarked
package org.vigie.intervention.web;

import org.jspecify.annotations.NullMarked;
