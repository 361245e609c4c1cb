package org.vigie.access.web;

import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.access.PublicDoor;
import org.vigie.access.PublicLimits;

/** Which addresses are public doors. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebMvcConfigurer {

    private final PublicLimits limits;

    DoorConfiguration(PublicLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DoorKeeper(PublicDoor.REPORT, Optional.of("POST"), limits))
                .addPathPatterns("/*/api/requests");
        registry.addInterceptor(new DoorKeeper(PublicDoor.PHOTO, Optional.of("PUT"), limits))
                .addPathPatterns("/*/api/photos/*");
        registry.addInterceptor(new DoorKeeper(PublicDoor.SEARCH, Optional.empty(), limits))
                .addPathPatterns("/*/api/addresses/**", "/*/api/locate");
        registry.addInterceptor(new DoorKeeper(PublicDoor.MESSAGE, Optional.of("POST"), limits))
                .addPathPatterns("/*/api/track/*/messages", "/*/api/track/*/reopening", "/*/api/followed/*/reopening");
        registry.addInterceptor(new DoorKeeper(PublicDoor.MESSAGE, Optional.of("PUT"), limits))
                .addPathPatterns("/*/api/track/*/satisfaction");
        registry.addInterceptor(new DoorKeeper(PublicDoor.FOLLOW, Optional.of("POST"), limits))
                .addPathPatterns("/*/api/requests/*/followers", "/*/api/watched-areas");
        registry.addInterceptor(new DoorKeeper(PublicDoor.FEATURES, Optional.empty(), limits))
                .addPathPatterns("/*/ogc/**", "/*/open-data/**");
    }
}
