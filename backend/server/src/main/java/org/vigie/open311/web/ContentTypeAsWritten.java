package org.vigie.open311.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends {@code text/xml; charset=utf-8} as GeoReport v2 writes it, with its blank: Tomcat leaves that out, which means the same, and a
 * public validator of Open311 compares letter by letter.
 */
@Configuration(proxyBeanMethods = false)
class ContentTypeAsWritten {

    private static final String HEADERS = ContentTypeAsWritten.class.getName();

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersAreAtHand() {
        return factory -> factory.addContextValves(new HeadersAtHand());
    }

    /** Shows the filter the headers as they will be sent. */
    private static final class HeadersAtHand extends ValveBase {

        HeadersAtHand() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (ErrorDocuments.isOurs(request.getRequestURI())) {
                request.setAttribute(HEADERS, response.getCoyoteResponse().getMimeHeaders());
            }
            getNext().invoke(request, response);
        }
    }

    /** Before everything that may answer. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Exactly extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(
                    request,
                    request.getAttribute(HEADERS) instanceof MimeHeaders headers
                            ? new AsWritten(response, headers)
                            : response);
        }
    }

    private static final class AsWritten extends HttpServletResponseWrapper {

        private final MimeHeaders headers;
        private @Nullable String written;

        AsWritten(HttpServletResponse response, MimeHeaders headers) {
            super(response);
            this.headers = headers;
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            if (!isWritten(name, value)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            if (!isWritten(name, value)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void setContentType(@Nullable String type) {
            if (!isWritten(HttpHeaders.CONTENT_TYPE, type)) {
                super.setContentType(type);
            }
        }

        @Override
        public @Nullable String getContentType() {
            return written == null ? super.getContentType() : written;
        }

        /** Another type, or none, takes the place of what was written before. */
        private boolean isWritten(String name, @Nullable String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                return false;
            }
            boolean isXml = Format.XML.contentType().equals(value);
            if (isXml) {
                write(Format.XML.contentType());
            } else if (written != null) {
                headers.removeHeader(HttpHeaders.CONTENT_TYPE);
                written = null;
            }
            return isXml;
        }

        private void write(String value) {
            headers.setValue(HttpHeaders.CONTENT_TYPE).setString(value);
            written = value;
        }
    }
}
