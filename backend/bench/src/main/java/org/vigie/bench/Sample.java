package org.vigie.bench;

/**
 * What one side did in one turn.
 *
 * @param kilobytes of an answer, on average; 0 where nothing was told
 * @param failed answers that were no success
 */
record Sample(double perSecond, double p50Millis, double p99Millis, double kilobytes, long failed) {}
