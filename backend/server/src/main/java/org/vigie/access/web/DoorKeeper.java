package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.access.PublicDoor;
import org.vigie.access.PublicLimits;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;

/** Lets through one public door who does not come too often; staff always. Counted before anything of the body is read. */
class DoorKeeper implements HandlerInterceptor {

    private final PublicDoor door;
    private final Optional<String> method;
    private final PublicLimits limits;
    private final String counted;

    /** @param method of what is counted; empty for every method */
    DoorKeeper(PublicDoor door, Optional<String> method, PublicLimits limits) {
        this.door = door;
        this.method = method;
        this.limits = limits;
        this.counted = DoorKeeper.class.getName() + "." + door;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean concerned =
                method.filter(counts -> !counts.equals(request.getMethod())).isEmpty();
        if (concerned && !isStaff()) {
            PublicLimits.Caller caller = new PublicLimits.Caller(device(request, response), request.getRemoteAddr());
            limits.take(door, caller);
            request.setAttribute(counted, caller);
        }
        return true;
    }

    /** A submission that was here before answers 200 and costs nothing, nor does a fault of ours: it will be sent again. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean repeated = method.isPresent() && response.getStatus() == HttpServletResponse.SC_OK;
        boolean failed = response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        if (request.getAttribute(counted) instanceof PublicLimits.Caller caller && (repeated || failed)) {
            limits.giveBack(door, caller);
        }
    }

    /** Who only reads needs no cookie. */
    private Optional<UUID> device(HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> known = DeviceCookie.find(request);
        return known.isPresent() || method.isEmpty() ? known : Optional.of(DeviceCookie.give(request, response));
    }

    private static boolean isStaff() {
        return SignedIn.find().filter(account -> account.role() != Role.CITIZEN).isPresent();
    }
}
