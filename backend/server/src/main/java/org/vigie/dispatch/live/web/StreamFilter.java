package org.vigie.dispatch.live.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.vigie.access.OnlyWhenServing;

/**
 * Begins the stream that a controller has opened, once everything else that has to do with its request is done: outside of all other filters,
 * so that neither their wrappers nor their hundred frames of stack live as long as the screen.
 */
@Component
@OnlyWhenServing
@Order(Ordered.HIGHEST_PRECEDENCE)
class StreamFilter implements Filter {

    private static final String OPENED = StreamFilter.class.getName();

    /** Hands over a stream whose head is set; nothing may be written to its answer any more. */
    static void hand(ServletRequest request, ScreenStream stream) {
        request.setAttribute(OPENED, stream);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = true;
        } finally {
            if (request.getAttribute(OPENED) instanceof ScreenStream stream) {
                request.removeAttribute(OPENED);
                if (done) {
                    stream.begin(request.startAsync(request, response));
                } else {
                    stream.close();
                }
            }
        }
    }
}
