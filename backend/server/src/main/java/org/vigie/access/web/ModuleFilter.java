package org.vigie.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;

/** Where a module is switched off, its addresses are not there: for nobody, whatever they may do otherwise. */
@Component
@Order(ModuleFilter.BETWEEN_JURISDICTION_AND_SECURITY)
class ModuleFilter extends OncePerRequestFilter {

    static final int BETWEEN_JURISDICTION_AND_SECURITY = JurisdictionFilter.BEFORE_SECURITY + 5;

    private record Door(RequestMatcher address, ModuleName module) {}

    private static final List<Door> DOORS = ModuleRoutes.ALL.stream()
            .map(route -> new Door(SecurityConfiguration.matcher(null, route.path()), route.module()))
            .toList();

    private final Modules modules;
    private final HandlerExceptionResolver problems;

    ModuleFilter(Modules modules, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.modules = modules;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            refuse(request);
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request) {
        if (CurrentJurisdiction.find().isPresent()) {
            moduleOf(request).filter(module -> !modules.isOn(module)).ifPresent(module -> {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "module-off", module);
            });
        }
    }

    private static Optional<ModuleName> moduleOf(HttpServletRequest request) {
        return DOORS.stream()
                .filter(door -> door.address().matches(request))
                .map(Door::module)
                .findFirst();
    }
}
