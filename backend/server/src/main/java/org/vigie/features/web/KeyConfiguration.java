package org.vigie.features.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.features.DataKeys;

/** Where keys count: at this door, after it has been counted how often somebody comes. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration implements WebMvcConfigurer {

    private final DataKeys keys;

    KeyConfiguration(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeyHolders(keys))
                .addPathPatterns("/*/ogc/**")
                .order(Ordered.LOWEST_PRECEDENCE);
    }
}
