/**
 * Who is asking, and for which jurisdiction: shared by every step.
 *
 * <p>A web request, a task or a command opens one jurisdiction ({@link org.vigie.access.CurrentJurisdiction}); every database
 * transaction begun inside is bound to it by the transaction manager, and row-level security does the rest: a transaction without a
 * jurisdiction sees nothing. Accounts sign in per jurisdiction and hold one {@link org.vigie.access.Role}; which role may call what
 * is one table ({@code web.AccessRules}). Broken rules anywhere are {@link org.vigie.access.Refusal}s, which {@code web} turns into
 * RFC 9457 problems in the reader's language. How often one may come through the doors that are open to everybody is bounded
 * ({@link org.vigie.access.PublicLimits}).
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.vigie.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
