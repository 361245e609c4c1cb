/** What administrators set of connections with other systems, and what the desk sees of a request that is with one. */
@NullMarked
package org.vigie.forwarding.web;

import org.jspecify.annotations.NullMarked;
