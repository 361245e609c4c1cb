package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;

/** Sessions in the database, rights by {@link AccessRules}, headers that let a page load only what is ours. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.session", maxInactiveIntervalInSeconds = 12 * 3600)
@EnableConfigurationProperties(WebSettings.class)
class SecurityConfiguration {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    SecurityFilterChain gate(
            HttpSecurity http, PagePolicy policy, RefusalAtTheGate refusals, SecurityContextRepository contexts) {
        http.securityContext(security -> security.securityContextRepository(contexts))
                .cors(cors -> cors.configurationSource(new OtherOrigins()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SecurityConfiguration::writesWithASession))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> secure(headers, policy))
                .authorizeHttpRequests(rights -> {
                    for (AccessRules.Rule rule : AccessRules.IN_ORDER) {
                        rights.requestMatchers(matcher(rule)).access(onlyFor(rule.roles()));
                    }
                    rights.anyRequest().permitAll();
                });
        return http.build();
    }

    private static void secure(HeadersConfigurer<HttpSecurity> headers, PagePolicy policy) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(new FramingHeaders(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("geolocation=(self), camera=(self), microphone=()"))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    static RequestMatcher matcher(AccessRules.Rule rule) {
        String[] pathAndQuery = rule.path().split("\\?", 2);
        PathPatternRequestMatcher path =
                PathPatternRequestMatcher.withDefaults().matcher(rule.method(), "/{jurisdiction}" + pathAndQuery[0]);
        if (pathAndQuery.length == 1) {
            return path;
        }
        String[] parameter = pathAndQuery[1].split("=", 2);
        return new AndRequestMatcher(
                List.<RequestMatcher>of(path, request -> parameter[1].equals(request.getParameter(parameter[0]))));
    }

    private static AuthorizationManager<RequestAuthorizationContext> onlyFor(Set<Role> roles) {
        return (authentication, context) -> new AuthorizationDecision(Optional.ofNullable(authentication.get())
                .flatMap(SignedIn::of)
                .filter(account -> roles.contains(account.role()))
                .isPresent());
    }

    /** Somebody who is not signed in has nothing that a forged request could use. */
    private static boolean writesWithASession(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && SignedIn.find().isPresent();
    }

    private static HttpSessionCsrfTokenRepository csrfTokens() {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName("X-CSRF-Token");
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("vigie-session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** Keeps Spring Boot from inventing a user of its own: accounts are checked by {@code SignIn}. */
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
