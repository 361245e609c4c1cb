/** The service's front gate: which jurisdiction, who, what they may call, and how a refusal is told. */
@NullMarked
package org.vigie.access.web;

import org.jspecify.annotations.NullMarked;
