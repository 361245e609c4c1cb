package org.vigie.request;

import java.util.List;
import org.vigie.access.database.OneExchange;

/**
 * A request is about to be stored: whoever has to write something with every new one adds it to the exchange, which is waited for once.
 * Nothing of it can be read yet; {@link RequestChanged} follows once it can.
 *
 * @param request as it will be, unless the database gives it another owner, or another team since its own stopped meanwhile
 * @param entry the line of the history that tells its receipt
 * @param exchange writes the request first
 */
public record RequestArriving(Request request, List<Deadline> promises, HistoryEntry entry, OneExchange exchange) {}
