package org.vigie.open311.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same door for trials: it answers as the other does, and of what is sent nothing stays. For whoever writes a client, and for the
 * validators of Open311, which look for an endpoint of type test.
 */
@RestController
@Hidden
class TestDoorController {

    static final String BELOW = "open311/test/v2";
    private static final String TRIAL = TestDoorController.class.getName();

    static boolean isTrial(HttpServletRequest request) {
        return request.getAttribute(TRIAL) != null;
    }

    @RequestMapping("/{jurisdiction}/" + BELOW + "/**")
    void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(TRIAL, true);
        String same = request.getRequestURI().replaceFirst("/open311/test/", "/open311/");
        request.getRequestDispatcher(same).forward(request, response);
    }
}
