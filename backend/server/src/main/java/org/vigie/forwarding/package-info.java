/**
 * Sends on what is another authority's to do, into that authority's own Open311 server, and follows what is said there.
 *
 * <p>That a request is to be sent is written with the change that forwards it, and posted by a durable task with nothing held in the
 * database meanwhile. A published request leaves as its published view has it, a private one only where the connection takes private ones.
 * What happens there comes back by polling, each thing once, and what is closed there is closed here; that it is no longer for them is told
 * to them where they hear updates, and to staff in any case.
 *
 * <p><b>What is guaranteed.</b> Nothing is lost: a post that fails is repeated until it is taken or a person sees it as not taken. Nothing is
 * posted twice at the same time, since a post holds a lease. A post whose outcome is unknown (nobody answered in time, the connection was cut,
 * a 5xx, an answer that cannot be read, a process that died) is not repeated blindly: where the connection names the attribute by which
 * the other side knows what comes again, as Vigie does, it is repeated under the same id and is there once; elsewhere the other side's list is
 * asked for our reference first, and where the list cannot tell (services that answer in batches, long lists) a person decides. So it is there
 * twice only where a server answers its list without what it has taken, or a person has it sent again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "catalogue",
            "catalogue :: process",
            "request",
            "dispatch",
            "citizen",
            "map"
        })
package org.vigie.forwarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
