package org.vigie.request;

/** It is known who asked. Published before it is written, as {@link RequestArriving} is. */
public record RequesterKnown(RequestArriving arriving, Requester requester) {}
