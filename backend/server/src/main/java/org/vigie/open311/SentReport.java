package org.vigie.open311;

import java.util.List;
import java.util.Optional;
import org.vigie.intake.Report;

/**
 * A report as a client sent it.
 *
 * @param report without its photos
 * @param externalId that it has in the client's system
 * @param photos as they came, of whatever kind
 * @param mediaUrls where the client says that there is something to see; never fetched
 */
public record SentReport(Report report, Optional<String> externalId, List<byte[]> photos, List<String> mediaUrls) {}
