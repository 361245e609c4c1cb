/** Teams over HTTP: what they cover, when they work, what they know. */
@NullMarked
package org.vigie.team.web;

import org.jspecify.annotations.NullMarked;
