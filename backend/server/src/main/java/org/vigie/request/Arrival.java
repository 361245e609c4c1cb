package org.vigie.request;

import java.util.List;

/**
 * A new request with what belongs to it from the start.
 *
 * @param entries the first tells of the receipt
 */
public record Arrival(Request request, Answers answers, List<Deadline> promises, List<HistoryEntry> entries) {}
