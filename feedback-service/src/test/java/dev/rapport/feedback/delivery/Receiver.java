package dev.rapport.feedback.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A real server that keeps what it was sent and answers as it was told. */
final class Receiver implements AutoCloseable {

    /** What one attempt meets. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    record Seen(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0)).findFirst().orElse(null);
        }
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);

    Receiver(Answer... first) {
        answers.addAll(List.of(first));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answers.poll();
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()), body));
        (answer == null ? status(200) : answer).to(exchange);
    }

    static Answer status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    static Answer status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            status(status).to(exchange);
        };
    }

    /** Takes the request and says nothing, until the test is over. */
    Answer silence() {
        return exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    /** Takes the request, and the connection breaks before the answer. */
    static Answer broken() {
        return HttpExchange::close;
    }

    void willAnswer(Answer answer) {
        answers.add(answer);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
