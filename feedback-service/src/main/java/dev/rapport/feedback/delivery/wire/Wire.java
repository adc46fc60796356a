package dev.rapport.feedback.delivery.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Sends requests. A name is resolved once for each, and the connection goes to the very address that was judged: a name that
 * leads elsewhere a moment later (DNS rebinding) gains nothing. Redirects are not followed, nothing of an answer but its
 * status and {@code Retry-After} is looked at, and no connection outlives its limit.
 */
public final class Wire implements AutoCloseable {

    private static final int CONNECTIONS_A_RECEIVER = 16;
    private static final int LONGEST_HEADERS = 16 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final AddressGuard guard;
    private final Resolver resolver;
    private final Executor lookups;
    private final Duration limit;
    private final Clock clock;

    /**
     * @param options what is special about TLS; everything else is set here
     * @param lookups where names are resolved, which may take a while
     * @param limit from the start of a request to its answer
     */
    public Wire(Vertx vertx, HttpClientOptions options, AddressGuard guard, Resolver resolver, Executor lookups,
            Duration limit, Clock clock) {
        this.vertx = vertx;
        this.guard = guard;
        this.resolver = resolver;
        this.lookups = lookups;
        this.limit = limit;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS_A_RECEIVER).setMaxHeaderSize(LONGEST_HEADERS)
                .setConnectTimeout((int) limit.toMillis()));
    }

    /** Never fails: whatever happens is an outcome, at the latest when the limit is over. */
    public CompletionStage<Outcome> send(Outgoing letter) {
        Optional<Objection> written = guard.objectionTo(letter.url().toString());
        if (written.isPresent()) {
            return CompletableFuture.completedStage(new Outcome.Unanswered(written.get().problem(), false));
        }
        Sending sending = new Sending(letter);
        sending.timer = vertx.setTimer(limit.toMillis(), id -> sending.runOut());
        lookups.execute(sending::begin);
        return sending.outcome;
    }

    @Override
    public void close() {
        client.close();
    }

    /** One request on its way. */
    private final class Sending {

        private final Outgoing letter;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final AtomicReference<HttpClientRequest> request = new AtomicReference<>();
        private volatile boolean onItsWay;
        private volatile long timer;

        Sending(Outgoing letter) {
            this.letter = letter;
        }

        void begin() {
            // others may have waited for a name until the time of this one was over
            if (outcome.isDone()) {
                return;
            }
            URI url = letter.url();
            List<InetAddress> addresses;
            try {
                addresses = resolver.addressesOf(url.getHost());
            } catch (UnknownHostException | RuntimeException unknown) {
                end(new Outcome.Unanswered("the name is not known", false));
                return;
            }
            // one bad address is enough: which of them is taken must not matter
            Optional<Objection> resolved = addresses.stream().map(guard::objectionTo).flatMap(Optional::stream)
                    .findFirst();
            if (resolved.isPresent()) {
                end(new Outcome.Unanswered(resolved.get().problem(), false));
                return;
            }
            String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            int port = AddressGuard.portOf(url);
            // the address decides where it goes, the name what the receiver's certificate has to say
            RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(letter.method()))
                    .setServer(SocketAddress.inetSocketAddress(port, addresses.get(0).getHostAddress()))
                    .setHost(url.getHost()).setPort(port).setSsl(url.getScheme().equalsIgnoreCase("https"))
                    .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                    .setFollowRedirects(false);
            letter.headers().forEach(options::putHeader);
            client.request(options).onFailure(this::fail).onSuccess(this::post);
        }

        private void post(HttpClientRequest ready) {
            request.set(ready);
            if (outcome.isDone()) {
                ready.reset();
                return;
            }
            onItsWay = true;
            ready.send(Buffer.buffer(letter.body())).onFailure(this::fail).onSuccess(this::answered);
        }

        private void answered(HttpClientResponse answer) {
            // a body that never ends is cut off by the timer
            answer.endHandler(done -> vertx.cancelTimer(timer));
            int status = answer.statusCode();
            if (status == 410) {
                outcome.complete(new Outcome.Gone());
            } else if (status / 100 == 2 || letter.alsoTaken().contains(status)) {
                outcome.complete(new Outcome.Taken(status));
            } else {
                outcome.complete(new Outcome.Refused(status,
                        RetryAfter.of(answer.getHeader("Retry-After"), clock.instant())));
            }
        }

        private void fail(Throwable why) {
            end(onItsWay
                    ? new Outcome.Unanswered("the connection broke before an answer came", true)
                    : new Outcome.Unanswered("no connection", false));
        }

        private void runOut() {
            outcome.complete(new Outcome.Unanswered("no answer within " + limit.toSeconds() + " s", onItsWay));
            HttpClientRequest begun = request.get();
            if (begun != null) {
                begun.reset();
            }
        }

        private void end(Outcome how) {
            vertx.cancelTimer(timer);
            outcome.complete(how);
        }
    }
}
