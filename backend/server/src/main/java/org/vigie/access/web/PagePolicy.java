package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.PageSources;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;

/**
 * Content-Security-Policy of each answer: a page may load what is ours, and its map the layers of other services that the jurisdiction has
 * named, each by its address. Staff's are told to staff alone.
 */
@Component
class PagePolicy {

    private static final Logger LOG = LoggerFactory.getLogger(PagePolicy.class);

    private static final RequestMatcher PUBLIC_PAGES = new OrRequestMatcher(
            matcher("/{jurisdiction}/"),
            matcher("/{jurisdiction}/embed"),
            matcher("/{jurisdiction}/track/{token}"),
            matcher("/{jurisdiction}/watch/{token}"),
            matcher("/{jurisdiction}/reopen/{token}"));

    private static final RequestMatcher DESK = matcher("/{jurisdiction}/desk");

    private final WebSettings settings;
    private final ObjectProvider<PageSources> others;
    private final Set<Role> atTheDesk =
            AccessRules.rolesFor(HttpMethod.GET, "/api/desk/overlays").orElse(Set.of());

    PagePolicy(WebSettings settings, ObjectProvider<PageSources> others) {
        this.settings = settings;
        this.others = others;
    }

    private static RequestMatcher matcher(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    /** @param frameAncestors whose pages may show this one in a frame */
    String of(HttpServletRequest request, String frameAncestors) {
        return settings.contentSecurityPolicy(frameAncestors, sources(request));
    }

    private PageSources.Sources sources(HttpServletRequest request) {
        boolean desk = DESK.matches(request);
        if (CurrentJurisdiction.find().isEmpty() || !(desk || PUBLIC_PAGES.matches(request))) {
            return PageSources.Sources.NONE;
        }
        try {
            return merged(
                    others.stream().map(each -> each.sources(desk && isStaff())).toList());
        } catch (RuntimeException unread) {
            // The page goes on without the layers of others.
            LOG.warn("overlays could not be read for a page's policy", unread);
            return PageSources.Sources.NONE;
        }
    }

    private boolean isStaff() {
        return SignedIn.find()
                .filter(account -> atTheDesk.contains(account.role()))
                .isPresent();
    }

    private static PageSources.Sources merged(List<PageSources.Sources> each) {
        PageSources.Sources all = new PageSources.Sources(new TreeSet<>(), new TreeSet<>());
        for (PageSources.Sources some : each) {
            all.images().addAll(some.images());
            all.reads().addAll(some.reads());
        }
        return all;
    }
}
