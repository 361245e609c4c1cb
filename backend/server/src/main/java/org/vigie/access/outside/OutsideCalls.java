package org.vigie.access.outside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Calls other systems, once: no redirect is followed, nothing is tried again, no cookie kept, and of an answer only the beginning is read.
 */
@Component
@EnableConfigurationProperties(OutsideSettings.class)
public class OutsideCalls implements DisposableBean {

    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_AT_ONCE = 20;

    /**
     * What is called.
     *
     * @param body null for none
     */
    public record Call(
            String method,
            String address,
            Map<String, String> headers,
            @Nullable String contentType,
            byte @Nullable [] body) {

        public static Call get(String address) {
            return new Call("GET", address, Map.of(), null, null);
        }
    }

    /** What was answered. */
    public record Answer(int status, byte[] body) {

        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Whether there may have been more than was read. */
        public boolean isCut() {
            return body.length >= MOST_BYTES;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final OutsideAddresses addresses;
    private final Duration whole;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    OutsideCalls(OutsideAddresses addresses, OutsideSettings settings) {
        this.addresses = addresses;
        this.whole = settings.timeout().multipliedBy(3);
        Timeout timeout = Timeout.of(settings.timeout());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setTimeToLive(Timeout.ofSeconds(30))
                                // One that was closed meanwhile would be taken for a system that hears and does not
                                // answer.
                                .setValidateAfterInactivity(Timeout.ZERO_MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setUserAgent("Vigie")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * @throws IOException when nobody answered, or not in time
     * @throws org.vigie.access.Refusal when the address may not be called
     */
    public Answer call(Call call) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), addresses.checked(call.address()));
        call.headers().forEach(request::addHeader);
        byte[] body = call.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(call.contentType())));
        }
        Future<Answer> answering = threads.submit(() ->
                client.execute(request, answer -> new Answer(answer.getCode(), beginning(answer.getEntity()))));
        try {
            return answering.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            request.cancel();
            throw new IOException("no whole answer within " + whole.toSeconds() + " s", slow);
        } catch (InterruptedException stopped) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for the answer", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException failure ? failure : new IOException(failed.getCause());
        }
    }

    private static byte[] beginning(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            return content.readNBytes(MOST_BYTES);
        }
    }

    @Override
    public void destroy() throws IOException {
        threads.shutdownNow();
        client.close();
    }
}
