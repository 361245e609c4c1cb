package org.vigie.access.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why something is changed, for those who look later. */
public record ReasonBody(@NotNull @Size(max = 500) String reason) {}
