package org.vigie.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.FirstSegments;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.Refusal;

/**
 * Opens the jurisdiction that the first segment of the path names, for the length of the request. Runs before the security filters,
 * since a session is honoured in its own jurisdiction only.
 */
@Component
@Order(JurisdictionFilter.BEFORE_SECURITY)
class JurisdictionFilter extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int REMEMBERED_CODES = 1_000;

    private final JurisdictionDirectory directory;
    private final HandlerExceptionResolver problems;
    private final Cache<String, Optional<Jurisdiction>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_CODES)
            .build();

    JurisdictionFilter(
            JurisdictionDirectory directory, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.directory = directory;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String code = firstSegment(request.getRequestURI());
        if (isOurs(code, request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Jurisdiction> jurisdiction;
        try {
            jurisdiction = known.get(code, directory::find);
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        if (jurisdiction.isEmpty()) {
            Refusal unknown = new Refusal(Refusal.Kind.NOT_FOUND, "jurisdiction-unknown", code);
            problems.resolveException(request, response, null, unknown);
            return;
        }
        continueInside(jurisdiction.get(), request, response, chain);
    }

    private static void continueInside(
            Jurisdiction jurisdiction, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentJurisdiction.callInside(jurisdiction, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    static String firstSegment(String path) {
        String rest = path.startsWith("/") ? path.substring(1) : path;
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    /** A file at the root, such as {@code /favicon.svg}, has a dot, which no code has. */
    private static boolean isOurs(String segment, String path) {
        boolean fileAtRoot = segment.indexOf('.') > 0 && path.length() == segment.length() + 1;
        return segment.isEmpty() || FirstSegments.isOurs(segment) || fileAtRoot;
    }

    /** A stream or a failure goes on in another dispatch of the same request, and needs its jurisdiction there too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
