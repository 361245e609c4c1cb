package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.AccountTeams;
import org.vigie.access.Role;
import org.vigie.access.SignIn;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;

/** Signing in and out, and who one is. */
@RestController
@RequestMapping("/{jurisdiction}/api/session")
class SessionController {

    record Credentials(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password) {}

    record SessionBody(@Nullable AccountBody account, String csrfToken) {}

    record AccountBody(UUID id, String name, Role role, List<AccountTeams.TeamName> teams) {}

    private final SignIn signIn;
    private final AccountTeams teams;
    private final SecurityContextRepository contexts;

    SessionController(SignIn signIn, AccountTeams teams, SecurityContextRepository contexts) {
        this.signIn = signIn;
        this.teams = teams;
        this.contexts = contexts;
    }

    @GetMapping
    SessionBody get(HttpServletRequest request) {
        Optional<SignedInAccount> account = SignedIn.find();
        return new SessionBody(
                account.map(this::body).orElse(null),
                account.map(a -> csrfToken(request)).orElse(""));
    }

    @PostMapping
    SessionBody signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignedInAccount account = signIn.with(credentials.email(), credentials.password(), request.getRemoteAddr());
        // A session from before signing in could have been planted: it ends here, with everything in it.
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role()))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return new SessionBody(body(account), csrfToken(request));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
    }

    private AccountBody body(SignedInAccount account) {
        return new AccountBody(account.accountId(), account.name(), account.role(), teams.of(account.accountId()));
    }

    private static String csrfToken(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
