package org.vigie.request;

import java.util.UUID;

/** It is known now who asked. Published inside the transaction that wrote it. */
public record RequesterKnown(UUID requestId) {}
