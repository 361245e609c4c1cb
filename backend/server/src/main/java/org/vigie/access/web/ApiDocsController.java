package org.vigie.access.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document where everything else of a jurisdiction is; the same as at {@code /api/docs}. */
@RestController
@Hidden
class ApiDocsController {

    private final OpenApiWebMvcResource documents;

    ApiDocsController(OpenApiWebMvcResource documents) {
        this.documents = documents;
    }

    /**
     * In English for everybody: a document is made once a language, and that takes a second or two. The path is written so that springdoc
     * does not take the jurisdiction for a prefix of its own document.
     */
    @GetMapping(path = "/{jurisdiction}/api/{document:docs}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document(HttpServletRequest request) throws IOException {
        return documents.openapiJson(request, request.getRequestURI(), Locale.ENGLISH);
    }
}
