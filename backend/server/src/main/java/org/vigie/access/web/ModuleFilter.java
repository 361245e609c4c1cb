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
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;

/** Where a module is switched off, its addresses are not there: for nobody, whatever they may do otherwise. */
@Component
@Order(ModuleFilter.BETWEEN_JURISDICTION_AND_SECURITY)
class ModuleFilter extends OncePerRequestFilter {

    static final int BETWEEN_JURISDICTION_AND_SECURITY = JurisdictionFilter.BEFORE_SECURITY + 5;

    /** @param audience of a live stream; empty: whatever is asked for */
    private record Door(PathPattern address, Optional<String> audience, ModuleName module) {

        static Door of(ModuleRoutes.Route route) {
            String[] pathAndAudience = route.path().split("\\?for=", 2);
            return new Door(
                    PathPatternParser.defaultInstance.parse("/{jurisdiction}" + pathAndAudience[0]),
                    pathAndAudience.length == 1 ? Optional.empty() : Optional.of(pathAndAudience[1]),
                    route.module());
        }

        boolean isAt(PathContainer path, HttpServletRequest request) {
            return address.matches(path)
                    && audience.filter(wanted -> !wanted.equals(request.getParameter("for")))
                            .isEmpty();
        }
    }

    private static final List<Door> DOORS =
            ModuleRoutes.ALL.stream().map(Door::of).toList();

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
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return DOORS.stream()
                .filter(door -> door.isAt(path, request))
                .map(Door::module)
                .findFirst();
    }
}
