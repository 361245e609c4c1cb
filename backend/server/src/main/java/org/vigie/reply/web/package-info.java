/** Formal replies at the desk, their templates, chains and delegations. */
@NullMarked
package org.vigie.reply.web;

import org.jspecify.annotations.NullMarked;
