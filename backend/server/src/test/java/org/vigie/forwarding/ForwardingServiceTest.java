package org.vigie.forwarding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.vigie.testing.ServiceTest;

/** A test whose other side is on this machine and has little time. All such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
        properties = {
            "vigie.outside.allow-http=true",
            "vigie.outside.allow-inner-addresses=true",
            "vigie.outside.timeout=2s",
            "vigie.forwarding.first-pause=100ms",
            "vigie.forwarding.longest-pause=300ms",
            "vigie.forwarding.rest-after-no-answer=100ms",
            "vigie.forwarding.poll-every=300ms",
            "vigie.forwarding.lease=8s",
            "db-scheduler.polling-interval=100ms"
        })
@interface ForwardingServiceTest {}
