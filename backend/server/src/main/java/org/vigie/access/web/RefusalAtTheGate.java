package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;

/** Tells a refusal of the security filters as the same problem that a controller would. */
@Component
class RefusalAtTheGate implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    RefusalAtTheGate(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        tell(request, response, new Refusal(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
        if (cause instanceof CsrfException) {
            tell(request, response, new Refusal(Refusal.Kind.FORBIDDEN, "csrf-token-missing"));
        } else if (SignedIn.find().isEmpty()) {
            tell(request, response, new Refusal(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in"));
        } else {
            tell(request, response, new Refusal(Refusal.Kind.FORBIDDEN, "not-your-role"));
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        problems.resolveException(request, response, null, refusal);
    }
}
