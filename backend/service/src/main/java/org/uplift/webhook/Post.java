package org.uplift.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a receiver, by the address in the network that was checked: a second look-up could lead elsewhere. Redirects are not
 * followed, and of the answer the status alone is kept.
 */
@ApplicationScoped
class Post {
    static final Duration CONNECTING = Duration.ofSeconds(3);
    static final Duration WHOLE = Duration.ofSeconds(10);
    private static final int MOST_READ = 4096;

    private final Receivers receivers;
    private final HttpClient client;

    @Inject
    Post(Receivers receivers, Vertx vertx) {
        this.receivers = receivers;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECTING.toMillis())
                .setSslHandshakeTimeout(CONNECTING.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) WHOLE.toSeconds())
                .setVerifyHost(true)
                .setMaxRedirects(0)
                .setMaxPoolSize(Outbox.MOST));
    }

    /** One attempt. It waits for the answer, for as long as an attempt may take. */
    Attempt send(String address, byte[] body, Map<String, String> headers) {
        CompletableFuture<Attempt> attempt = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> begin(address, body, headers, attempt));
        try {
            return attempt.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Attempt.failed(trouble(e.getCause()));
        } catch (TimeoutException e) {
            return Attempt.failed(Trouble.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed(Trouble.TIMEOUT);
        }
    }

    private void begin(String address, byte[] body, Map<String, String> headers, CompletableFuture<Attempt> attempt) {
        try {
            Receiver receiver = receivers.read(address);
            InetAddress checked = receivers.resolve(receiver);
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(checked, receiver.port())))
                    .setHost(receiver.name())
                    .setPort(receiver.port())
                    .setSsl(receiver.encrypted())
                    .setURI(receiver.path())
                    .setFollowRedirects(false)
                    .setTimeout(WHOLE.toMillis());
            headers.forEach(request::putHeader);
            client.request(request)
                    .compose(opened -> opened.send(Buffer.buffer(body)))
                    .onSuccess(response -> {
                        attempt.complete(Attempt.answered(response.statusCode()));
                        drain(response);
                    })
                    .onFailure(attempt::completeExceptionally);
        } catch (Receivers.Refused e) {
            attempt.complete(Attempt.failed(Trouble.ADDRESS_REFUSED));
        } catch (UnknownHostException e) {
            attempt.complete(Attempt.failed(Trouble.UNKNOWN_HOST));
        } catch (RuntimeException e) {
            attempt.completeExceptionally(e);
        }
    }

    /** A receiver that says a little is heard out; one that goes on is hung up on. */
    private static void drain(HttpClientResponse response) {
        int[] read = {0};
        response.exceptionHandler(broken -> {});
        response.handler(some -> {
            read[0] += some.length();
            if (read[0] > MOST_READ) {
                response.request().connection().close();
            }
        });
    }

    private static Trouble trouble(@Nullable Throwable cause) {
        if (cause instanceof SSLException || (cause != null && cause.getCause() instanceof SSLException)) {
            return Trouble.CERTIFICATE;
        }
        return cause instanceof TimeoutException || cause instanceof io.netty.channel.ConnectTimeoutException
                ? Trouble.TIMEOUT
                : Trouble.NO_CONNECTION;
    }

    @PreDestroy
    void end() {
        client.close();
    }
}
