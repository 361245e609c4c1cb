package org.vigie.intake;

import org.vigie.request.Request;

/**
 * What a submission became.
 *
 * @param repeated the same submission had come in before and made this request then
 */
public record Receipt(Request request, boolean repeated) {}
